/**
 * The readings as a text to send to whoever can help: in English, whatever the reader speaks. Pure.
 */
import { type Figures, jitter, median, type Readings, TRANSPORTS } from './figures.ts';
import { judge } from './verdict.ts';
import { type Say, sayIn } from './words/speech.ts';

const say = sayIn('en');

export function millis(value: number, say: Say): string {
  return Number.isFinite(value) ? say('millis', { n: Math.round(value) }) : say('never');
}

export function perEvent(total: number, events: number, say: Say): string {
  return events === 0 ? say('none') : (total / events).toFixed(total / events < 10 ? 1 : 0);
}

function line(name: string, figures: Figures): string {
  const { lateMillis, requests, upBytes, downBytes, cutMillis } = figures;
  const events = lateMillis.length;
  return [
    name.padEnd(20),
    `${events} events`,
    `late ${millis(median(lateMillis), say)}`,
    `${perEvent(requests, events, say)} requests/event`,
    `${perEvent(upBytes + downBytes, events, say)} bytes/event`,
    `cut ${cutMillis.length} times`,
  ].join('  ');
}

export function report(readings: Readings, where: string): string {
  const { way } = readings;
  const { advice, findings } = judge(readings, say);
  return [
    `Connection doctor of ${where}`,
    advice,
    ...findings.map(({ fault, words }) => `- ${fault}: ${words}`),
    `round trip ${millis(median(way.roundTripMillis), say)},` +
      ` jitter ${millis(jitter(way.roundTripMillis), say)},` +
      ` clock ${millis(way.offsetMillis, say)} off, ${way.secure ? 'TLS' : 'no TLS'},` +
      ` measured for ${way.seconds.toFixed(0)} s`,
    ...TRANSPORTS.map((transport) => line(say(transport), readings[transport])),
  ].join('\n');
}
