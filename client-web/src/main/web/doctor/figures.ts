/** What was measured of one transport, and of the way to the server. Pure. */

export const TRANSPORTS = ['poll', 'longPoll', 'sse', 'socket'] as const;
export type Transport = (typeof TRANSPORTS)[number];

export interface Figures {
  /** Whether it ever worked, or why it did not. */
  opened: boolean;
  readonly lateMillis: number[];
  /** After how long each connection ended that nobody here ended. */
  readonly cutMillis: number[];
  requests: number;
  upBytes: number;
  downBytes: number;
  /** From the connection's beginning to its first event; not a number before. */
  firstMillis: number;
  /** Events that came when their number had come before, or one was left out. */
  doubled: number;
  lost: number;
}

export interface Way {
  readonly roundTripMillis: number[];
  /** The server's clock less ours. */
  offsetMillis: number;
  readonly secure: boolean;
  seconds: number;
}

export type Readings = Readonly<Record<Transport, Figures>> & { readonly way: Way };

export function noFigures(): Figures {
  return {
    opened: false,
    lateMillis: [],
    cutMillis: [],
    requests: 0,
    upBytes: 0,
    downBytes: 0,
    firstMillis: Number.NaN,
    doubled: 0,
    lost: 0,
  };
}

/** The value below which a share of all is; not a number of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** What varies: how much more than usual one in twenty takes. */
export function jitter(values: readonly number[]): number {
  return quantile(values, 0.95) - median(values);
}
