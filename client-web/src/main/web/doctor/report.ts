/** The readings as a text to send to whoever can help. Pure. */
import { type Figures, jitter, median, type Readings, TRANSPORTS } from './figures.ts';
import type { Verdict } from './verdict.ts';

export const NAMES = {
  poll: 'Short polling',
  longPoll: 'Long polling',
  sse: 'Server-sent events',
  socket: 'WebSocket',
} as const;

export function millis(value: number): string {
  return Number.isFinite(value) ? `${Math.round(value)} ms` : 'never';
}

export function perEvent(total: number, events: number): string {
  return events === 0 ? 'none' : (total / events).toFixed(total / events < 10 ? 1 : 0);
}

function line(name: string, figures: Figures): string {
  const { lateMillis, requests, upBytes, downBytes, cutMillis } = figures;
  const events = lateMillis.length;
  return [
    name.padEnd(20),
    `${events} events`,
    `late ${millis(median(lateMillis))}`,
    `${perEvent(requests, events)} requests/event`,
    `${perEvent(upBytes + downBytes, events)} bytes/event`,
    `cut ${cutMillis.length} times`,
  ].join('  ');
}

export function report(readings: Readings, verdict: Verdict, where: string): string {
  const { way } = readings;
  return [
    `Connection doctor of ${where}`,
    verdict.advice,
    ...verdict.findings.map(({ fault, words }) => `- ${fault}: ${words}`),
    `round trip ${millis(median(way.roundTripMillis))},` +
      ` jitter ${millis(jitter(way.roundTripMillis))},` +
      ` clock ${millis(way.offsetMillis)} off, ${way.secure ? 'TLS' : 'no TLS'},` +
      ` measured for ${way.seconds.toFixed(0)} s`,
    ...TRANSPORTS.map((transport) => line(NAMES[transport], readings[transport])),
  ].join('\n');
}
