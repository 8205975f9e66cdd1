/**
 * What the readings mean, in words: every fault by its name, and what to do. The terminal's doctor
 * has the same rules; docs/vectors/doctor.json holds both to it. Pure.
 */
import { jitter, median, type Readings } from './figures.ts';

export type Fault =
  | 'unreachable'
  | 'no_socket'
  | 'buffered'
  | 'cut'
  | 'far'
  | 'unsteady'
  | 'clock'
  | 'lossy';

export interface Finding {
  readonly fault: Fault;
  readonly words: string;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly advice: string;
}

/** A stream that tells of what was so long ago is being held back. */
const BUFFERED_MILLIS = 1000;
const FAR_MILLIS = 80;
const UNSTEADY_MILLIS = 60;
const CLOCK_MILLIS = 1000;
const ONLY_POLLING = 'only polling works, too slow to play.';

function held(readings: Readings): boolean {
  const { sse, poll } = readings;
  if (!poll.opened) return false;
  return sse.lateMillis.length === 0 || median(sse.lateMillis) > BUFFERED_MILLIS;
}

function advise(readings: Readings, faults: ReadonlySet<Fault>): string {
  if (faults.has('unreachable')) return 'Nothing works from here: is the server up?';
  if (!faults.has('no_socket')) {
    return faults.has('cut')
      ? 'Play over WebSocket: it is cut now and then, and comes back with your seat.'
      : 'Play over WebSocket: it is the fastest and the cheapest way, and it works here.';
  }
  const wss = readings.way.secure ? '' : ' Over https:// most proxies let WebSockets through.';
  return faults.has('buffered')
    ? `WebSockets are blocked and streams are held back: ${ONLY_POLLING}${wss}`
    : `WebSockets are blocked here; you'll play over SSE at 15 Hz.${wss}`;
}

export function judge(readings: Readings): Verdict {
  const { way, poll, longPoll, sse, socket } = readings;
  const findings: Finding[] = [];
  const find = (fault: Fault, words: string) => findings.push({ fault, words });
  const round = (value: number) => Math.round(value);
  const trip = median(way.roundTripMillis);
  const cuts = [...longPoll.cutMillis, ...sse.cutMillis, ...socket.cutMillis];
  if (!poll.opened && !socket.opened) {
    find('unreachable', 'The server answers no request.');
  } else if (!socket.opened) {
    find('no_socket', 'The WebSocket upgrade does not get through: something in between drops it.');
  }
  if (held(readings)) {
    const words = 'Streams are buffered: something in between waits for more before it passes on';
    find('buffered', `${words} what the server said at once.`);
  }
  if (cuts.length > 0) {
    const after = (median(cuts) / 1000).toFixed(0);
    find('cut', `Long connections are cut after about ${after} s.`);
  }
  if (trip > FAR_MILLIS) find('far', `The way is long: ${round(trip)} ms there and back.`);
  const varies = jitter(way.roundTripMillis);
  if (varies > UNSTEADY_MILLIS) {
    find('unsteady', `The way is unsteady: one answer in twenty takes ${round(varies)} ms more.`);
  }
  if (Math.abs(way.offsetMillis) > CLOCK_MILLIS) {
    const off = (Math.abs(way.offsetMillis) / 1000).toFixed(1);
    find('clock', `Your clock is ${off} s off the server's; the game does not mind.`);
  }
  const lost = poll.lost + longPoll.lost + sse.lost + socket.lost;
  if (lost > 0)
    find('lossy', `${lost} events never came: that is a bug of ours, please report it.`);
  return { findings, advice: advise(readings, new Set(findings.map(({ fault }) => fault))) };
}
