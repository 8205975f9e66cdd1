/** The link simulator in virtual time. */
import { expect, test } from 'vitest';
import type { Wire } from '../../../main/web/net/link.ts';
import { CALM_WEATHER, Gate, readWeather, weathered } from '../../../main/web/net/weather.ts';

/** A socket, a clock and a heap of things to come. */
function weatherStation(weather: Partial<typeof CALM_WEATHER>, chance = 0.5) {
  const due: { at: number; act: () => void }[] = [];
  const time = { now: 0 };
  const sent: number[] = [];
  const inner = {
    readyState: 1,
    bufferedAmount: 0,
    binaryType: 'blob',
    send: (bytes: Int8Array) => sent.push(bytes[0]!),
    close: () => {},
  } as unknown as Wire;
  const outer = weathered(inner, {
    weather: () => ({ ...CALM_WEATHER, ...weather }),
    chance: () => chance,
    clock: () => time.now,
    later: (act, millis) => due.push({ at: time.now + millis, act }),
  });
  const until = (now: number) => {
    time.now = now;
    for (const each of due.splice(0)) each.at <= now ? each.act() : due.push(each);
  };
  const hear = (n: number) =>
    inner.onmessage?.call(inner as WebSocket, { data: n } as MessageEvent);
  return { inner, outer, sent, until, hear };
}

test('a fine day changes nothing', () => {
  const { outer, sent } = weatherStation({});
  outer.send(Int8Array.of(7));
  expect(sent).toEqual([7]);
});

test('half the delay is added each way', () => {
  const { outer, sent, until, hear } = weatherStation({ delayMillis: 200 });
  const heard: number[] = [];
  outer.onmessage = (event) => heard.push(event.data);
  outer.send(Int8Array.of(1));
  hear(2);
  until(99);
  expect([sent, heard]).toEqual([[], []]);
  until(100);
  expect([sent, heard]).toEqual([[1], [2]]);
});

test('jitter never changes the order', () => {
  const rolls = [1, 1, 1, 0, 1, 1];
  const gate = new Gate(
    () => ({ ...CALM_WEATHER, jitterMillis: 80 }),
    () => rolls.shift() ?? 1,
  );
  const first = gate.passMillis(1000);
  const second = gate.passMillis(1010);
  expect(first).toBe(1080);
  expect(second).toBeGreaterThanOrEqual(first);
});

test('what is lost comes again, later, and holds up what is behind it', () => {
  const rolls = [0, 1, 0, 0, 1, 1];
  const gate = new Gate(
    () => ({ ...CALM_WEATHER, dropPercent: 5 }),
    () => rolls.shift() ?? 1,
  );
  expect(gate.passMillis(0)).toBe(220);
  expect(gate.passMillis(33)).toBe(220);
});

test('a stall holds everything for a second', () => {
  const gate = new Gate(
    () => ({ ...CALM_WEATHER, stallsPerMinute: 60 }),
    () => 0,
  );
  gate.passMillis(0);
  expect(gate.passMillis(5000)).toBe(6000);
});

test('odd weather is bounded', () => {
  expect(readWeather({ delayMillis: 1e9, jitterMillis: -3, dropPercent: 'x' })).toEqual({
    ...CALM_WEATHER,
    delayMillis: 1000,
  });
});

test('timers that go off in another order let the messages through in theirs', () => {
  const acts: (() => void)[] = [];
  const sent: number[] = [];
  const inner = { readyState: 1, send: (bytes: Int8Array) => sent.push(bytes[0]!) };
  const outer = weathered(inner as unknown as Wire, {
    weather: () => ({ ...CALM_WEATHER, delayMillis: 100 }),
    chance: () => 0,
    clock: () => 0,
    later: (act) => acts.push(act),
  });
  for (const n of [1, 2, 3]) outer.send(Int8Array.of(n));
  for (const act of acts.reverse()) act();
  expect(sent).toEqual([1, 2, 3]);
});
