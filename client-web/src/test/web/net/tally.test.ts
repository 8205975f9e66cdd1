/** What the net graph counts, in virtual time. */
import { expect, test } from 'vitest';
import { Tally } from '../../../main/web/net/tally.ts';

test('bytes are told by what they were for, per second', () => {
  const tally = new Tally();
  tally.picture(1000, 16, 2);
  tally.heard('world', 2048);
  tally.heard('words', 1024);
  tally.said('commands', 512);
  const { downKilobytes, upKilobytes, kilobytes } = tally.picture(3000, 16, 4);
  expect([downKilobytes, upKilobytes]).toEqual([1.5, 0.25]);
  expect(kilobytes).toEqual({ world: 1, words: 0.5, commands: 0.25, upkeep: 0 });
  expect(tally.picture(4000, 16, 4).downKilobytes).toBe(0);
});

test('pictures, their longest pause and their work are those of the last second', () => {
  const tally = new Tally();
  tally.picture(1000, 16, 9);
  tally.picture(1500, 500, 1);
  const rates = tally.picture(2000, 20, 3);
  expect(rates.picturesPerSecond).toBe(2);
  expect(rates.longestPictureMillis).toBe(500);
  expect(rates.workMillis).toBe(2);
});

test('a gap between snapshots is a stall, and their unevenness is jitter', () => {
  const tally = new Tally();
  for (let i = 0; i < 200; i++) tally.snapshot(i * 33 + (i % 2) * 8, 33);
  tally.picture(100_000, 16, 1);
  const even = tally.picture(102_000, 16, 1);
  expect(even.jitterMillis).toBeCloseTo(8, 0);
  expect(even.stalls).toBe(0);
  tally.snapshot(200 * 33 + 1000, 33);
  expect(tally.picture(104_000, 16, 1).stalls).toBe(1);
  expect(tally.ageMillis(200 * 33 + 1040)).toBe(40);
});
