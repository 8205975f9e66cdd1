/**
 * The link simulator: a socket that behaves as over a worse connection. What it holds back is kept
 * in order, as TCP would: one late message delays all behind it. Time and chance come in.
 *
 *   page <- gate(down) <- socket        page -> gate(up) -> socket
 */
import type { Wire } from './link.ts';

export interface Weather {
  readonly delayMillis: number;
  /** Up to this much more, anew for each message. */
  readonly jitterMillis: number;
  readonly stallsPerMinute: number;
  /** So many in a hundred messages wait for a retransmission. */
  readonly dropPercent: number;
}

export const CALM_WEATHER: Weather = {
  delayMillis: 0,
  jitterMillis: 0,
  stallsPerMinute: 0,
  dropPercent: 0,
};

const MOST_DELAY_MILLIS = 1000;
const STALL_MILLIS = 1000;
/** How long a lost segment takes to come again. */
const RETRANSMIT_MILLIS = 220;

export function readWeather(value: unknown): Weather {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const read = (name: keyof Weather, most: number) => {
    const found = given[name];
    return typeof found === 'number' && found > 0 ? Math.min(most, found) : 0;
  };
  return {
    delayMillis: read('delayMillis', MOST_DELAY_MILLIS),
    jitterMillis: read('jitterMillis', MOST_DELAY_MILLIS),
    stallsPerMinute: read('stallsPerMinute', 60),
    dropPercent: read('dropPercent', 50),
  };
}

export function isCalm(weather: Weather): boolean {
  return Object.values(weather).every((each) => each === 0);
}

/** One direction: says when a message that came at an instant may go on. */
export class Gate {
  private readonly weather: () => Weather;
  private readonly chance: () => number;
  /** What has been held back, in the order in which it came. */
  readonly waiting: (() => void)[] = [];
  private freeMillis = 0;
  private askedMillis = 0;

  constructor(weather: () => Weather, chance: () => number) {
    this.weather = weather;
    this.chance = chance;
  }

  passMillis(nowMillis: number): number {
    const { delayMillis, jitterMillis, stallsPerMinute, dropPercent } = this.weather();
    const sinceMinutes = Math.min(1000, nowMillis - this.askedMillis) / 60_000;
    this.askedMillis = nowMillis;
    let pass = nowMillis + delayMillis + jitterMillis * this.chance();
    if (this.chance() < stallsPerMinute * sinceMinutes) pass += STALL_MILLIS;
    if (this.chance() * 100 < dropPercent) pass += RETRANSMIT_MILLIS;
    this.freeMillis = Math.max(this.freeMillis, pass);
    return this.freeMillis;
  }
}

export interface Surroundings {
  readonly weather: () => Weather;
  readonly chance: () => number;
  readonly clock: () => number;
  readonly later: (act: () => void, millis: number) => void;
}

/** The socket behind such a connection; the delay is shared between the two ways. */
export function weathered(inner: Wire, around: Surroundings): Wire {
  const half = () => {
    const weather = around.weather();
    return { ...weather, delayMillis: weather.delayMillis / 2 };
  };
  const [up, down] = [new Gate(half, around.chance), new Gate(half, around.chance)];
  // Timers of about the same time may go off in any order: each lets through who waits longest.
  const pass = (gate: Gate, act: () => void) => {
    const now = around.clock();
    const wait = gate.passMillis(now) - now;
    gate.waiting.push(act);
    if (wait <= 0 && gate.waiting.length === 1) gate.waiting.shift()?.();
    else around.later(() => gate.waiting.shift()?.(), Math.max(0, wait));
  };
  const outer: Wire = {
    get binaryType() {
      return inner.binaryType;
    },
    set binaryType(type) {
      inner.binaryType = type;
    },
    get readyState() {
      return inner.readyState;
    },
    get bufferedAmount() {
      return inner.bufferedAmount;
    },
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (bytes) => pass(up, () => inner.readyState === 1 && inner.send(bytes)),
    close: () => inner.close(),
  };
  const self = inner as WebSocket;
  inner.onopen = (event) => pass(down, () => outer.onopen?.call(self, event));
  inner.onmessage = (event) => pass(down, () => outer.onmessage?.call(self, event));
  inner.onclose = (event) => pass(down, () => outer.onclose?.call(self, event));
  return outer;
}
