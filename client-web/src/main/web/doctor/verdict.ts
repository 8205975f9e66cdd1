/**
 * What the readings mean, in the reader's words: every fault by its name, and what to do. The
 * terminal's doctor has the same rules; docs/vectors/doctor.json holds both to it. Pure.
 */
import { jitter, median, type Readings } from './figures.ts';
import type { Word } from './words/en.ts';
import type { Say } from './words/speech.ts';

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

function held(readings: Readings): boolean {
  const { sse, poll } = readings;
  if (!poll.opened) return false;
  return sse.lateMillis.length === 0 || median(sse.lateMillis) > BUFFERED_MILLIS;
}

function advise(readings: Readings, faults: ReadonlySet<Fault>): readonly Word[] {
  if (faults.has('unreachable')) return ['adviseNothing'];
  if (!faults.has('no_socket')) return [faults.has('cut') ? 'adviseCut' : 'adviseSocket'];
  const way = faults.has('buffered') ? 'advisePolling' : 'adviseStream';
  return readings.way.secure ? [way] : [way, 'adviseTls'];
}

export function judge(readings: Readings, say: Say): Verdict {
  const { way, poll, longPoll, sse, socket } = readings;
  const findings: Finding[] = [];
  const find = (fault: Fault, words: string) => findings.push({ fault, words });
  const trip = median(way.roundTripMillis);
  const varies = jitter(way.roundTripMillis);
  const off = Math.abs(way.offsetMillis);
  const cuts = [...longPoll.cutMillis, ...sse.cutMillis, ...socket.cutMillis];
  const lost = poll.lost + longPoll.lost + sse.lost + socket.lost;
  if (!poll.opened && !socket.opened) find('unreachable', say('faultUnreachable'));
  else if (!socket.opened) find('no_socket', say('faultNoSocket'));
  if (held(readings)) find('buffered', say('faultBuffered'));
  if (cuts.length > 0) find('cut', say('faultCut', { s: (median(cuts) / 1000).toFixed(0) }));
  if (trip > FAR_MILLIS) find('far', say('faultFar', { ms: Math.round(trip) }));
  if (varies > UNSTEADY_MILLIS) find('unsteady', say('faultUnsteady', { ms: Math.round(varies) }));
  if (off > CLOCK_MILLIS) find('clock', say('faultClock', { s: (off / 1000).toFixed(1) }));
  if (lost > 0) find('lossy', say('faultLossy', { n: lost }));
  const advice = advise(readings, new Set(findings.map(({ fault }) => fault)));
  return { findings, advice: advice.map((word) => say(word)).join(' ') };
}
