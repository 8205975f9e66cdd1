/** The clock against a simulated server and path, in virtual time. */
import { expect, test } from 'vitest';
import { Clock } from '../../../main/web/world/clock.ts';

const TICK_MILLIS = 1000 / 60;

interface Path {
  readonly downMillis: (nowMillis: number) => number;
  readonly upMillis: number;
  /** By how much the page measures round trips too long. */
  readonly busyMillis?: number;
}

/** Lets server, path and clock run side by side; returns the slack of each command in ticks. */
function fly(clock: Clock, path: Path, seconds: number, reportSlack: boolean): number[] {
  const arrivals: { at: number; tick: number; acked: number; slack: number }[] = [];
  const reachesRoom: { at: number; tick: number }[] = [];
  const slacks: number[] = [];
  let [acked, slack, stamped] = [-1, 0, -1];
  for (let now = 0; now < seconds * 1000; now += TICK_MILLIS / 2) {
    const serverTick = Math.floor(now / TICK_MILLIS);
    for (const command of reachesRoom.splice(0)) {
      if (command.at > now) reachesRoom.push(command);
      else {
        [acked, slack] = [command.tick, command.tick - now / TICK_MILLIS];
        slacks.push(slack);
      }
    }
    if (
      serverTick % 2 === 0 &&
      now >= serverTick * TICK_MILLIS &&
      now < (serverTick + 0.5) * TICK_MILLIS
    ) {
      arrivals.push({ at: now + path.downMillis(now), tick: serverTick, acked, slack });
    }
    while (arrivals.length > 0 && arrivals[0]!.at <= now) {
      const frame = arrivals.shift()!;
      clock.frame(frame.tick, now);
      if (reportSlack && frame.acked >= 0) {
        clock.slack(frame.acked, Math.round(frame.slack * 2), now);
      }
    }
    clock.roundTrip(path.downMillis(now) + path.upMillis + (path.busyMillis ?? 0), now);
    const tick = Math.floor(clock.now(now));
    if (tick > stamped) {
      reachesRoom.push({ at: now + path.upMillis, tick });
      stamped = tick;
    }
  }
  return slacks;
}

test('before the first frame it is no tick at all', () => {
  expect(new Clock(60).now(1000)).toBeNaN();
});

test('a command stamped by the clock reaches the room before its tick', () => {
  const clock = new Clock(60);
  const slacks = fly(clock, { downMillis: () => 40, upMillis: 40 }, 10, false);
  expect(Math.min(...slacks.slice(60))).toBeGreaterThan(1);
});

test('reported slack draws the clock in until commands are about one tick early', () => {
  const clock = new Clock(60);
  const slacks = fly(clock, { downMillis: () => 40, upMillis: 40 }, 20, true).slice(-120);
  expect(Math.min(...slacks)).toBeGreaterThan(0);
  expect(Math.max(...slacks)).toBeLessThan(3);
});

test('a page that measures round trips too long is drawn in by slack all the same', () => {
  const clock = new Clock(60);
  const path = { downMillis: () => 40, upMillis: 40, busyMillis: 400 };
  const slacks = fly(clock, path, 30, true).slice(-120);
  expect(Math.min(...slacks)).toBeGreaterThan(0);
  expect(Math.max(...slacks)).toBeLessThan(4);
  expect(clock.resyncs()).toBe(0);
});

test('jitter does not let commands come late', () => {
  const clock = new Clock(60);
  const slacks = fly(clock, { downMillis: (now) => 30 + ((now * 7) % 40), upMillis: 30 }, 20, true);
  expect(Math.min(...slacks.slice(120))).toBeGreaterThan(0);
  expect(clock.resyncs()).toBe(0);
});

test('time never runs back and never faster or slower than five percent', () => {
  const clock = new Clock(60);
  clock.frame(100, 0);
  let before = clock.now(0);
  for (let now = 16; now < 5000; now += 16) {
    if (now % 32 === 0) clock.frame(100 + now / TICK_MILLIS, now + (now % 96));
    clock.slack(Math.floor(before), -20, now);
    const tick = clock.now(now);
    const rate = (tick - before) / (16 / TICK_MILLIS);
    expect(rate).toBeGreaterThan(0.949);
    expect(rate).toBeLessThan(1.051);
    before = tick;
  }
});

test('a stall of the path does not move the clock', () => {
  const clock = new Clock(60);
  fly(
    clock,
    { downMillis: (now) => (now > 4000 && now < 4400 ? 440 - (now - 4000) : 40), upMillis: 40 },
    6,
    true,
  );
  expect(clock.resyncs()).toBe(0);
});

test('the first round trip, measured by a page too busy to read, does not move the clock', () => {
  const clock = new Clock(60);
  let before = 0;
  for (let now = 0; now < 3000; now += TICK_MILLIS) {
    clock.frame(100 + now / TICK_MILLIS, now);
    if (before > 0) clock.slack(Math.floor(before), 1, now);
    if (Math.floor(now / TICK_MILLIS) === 30) clock.roundTrip(900, now);
    const tick = clock.now(now);
    if (before > 0) expect(tick - before).toBeLessThan(1.051);
    before = tick;
  }
  expect(clock.resyncs()).toBe(0);
});

test('a way that has grown by half a second sets the clock once', () => {
  const clock = new Clock(60);
  for (let now = 0; now < 12_000; now += TICK_MILLIS) {
    const grown = now > 3000;
    clock.frame(100 + now / TICK_MILLIS, now);
    clock.roundTrip(grown ? 540 : 40, now);
    const early = clock.now(now) - (100 + now / TICK_MILLIS) - (grown ? 540 : 40) / TICK_MILLIS;
    clock.slack(Math.floor(clock.now(now)), Math.floor(2 * early), now);
  }
  expect(clock.resyncs()).toBe(1);
  expect(clock.slackTicks(12_000)).toBeGreaterThanOrEqual(0);
});

test('a server that starts anew makes the clock jump once', () => {
  const clock = new Clock(60);
  clock.frame(1000, 0);
  clock.now(0);
  for (let now = 6000; now < 12_000; now += 33) {
    clock.frame(1000 + now / TICK_MILLIS - 120, now);
    clock.now(now);
  }
  expect(clock.resyncs()).toBe(1);
});

test('half a minute of one-sided queueing and a drifting quartz leave the clock in place', () => {
  const clock = new Clock(60);
  const queue = (now: number) => (now > 20_000 && now < 50_000 ? 190 : 40);
  const ticksAhead: number[] = [];
  const drift = 1 + 200e-6;
  for (let now = 0; now < 70_000; now += TICK_MILLIS) {
    const serverTick = (now * drift) / TICK_MILLIS;
    const sent = now - queue(now);
    clock.frame(Math.floor((sent * drift) / TICK_MILLIS / 2) * 2, now);
    clock.roundTrip(queue(now) + 40, now);
    const ahead = clock.now(now) - serverTick;
    if ((now > 15_000 && now < 20_000) || now > 60_000) ticksAhead.push(ahead);
  }
  expect(Math.max(...ticksAhead) - Math.min(...ticksAhead)).toBeLessThan(2);
  const half = ticksAhead.length / 2;
  const mean = (some: number[]) => some.reduce((sum, each) => sum + each, 0) / some.length;
  const moved = mean(ticksAhead.slice(half)) - mean(ticksAhead.slice(0, half));
  expect(Math.abs(moved)).toBeLessThan(1);
});
