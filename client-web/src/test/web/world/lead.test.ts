/** How far ahead commands are stamped, by how often they are sampled. */
import { expect, test } from 'vitest';
import { Lead } from '../../../main/web/world/lead.ts';

function leadAt(gapMillis: number, samples = 20): number {
  const lead = new Lead(60);
  let ticks = 0;
  for (let i = 0; i < samples; i++) ticks = lead.sample(i * gapMillis);
  return ticks;
}

test('at sixty pictures a second nothing is stamped ahead', () => {
  expect(leadAt(16.7)).toBe(0);
  expect(leadAt(8)).toBe(0);
});

test('at ten pictures a second the ticks until the next one are stamped at once', () => {
  expect(leadAt(100)).toBe(5);
});

test('it is bounded by what the room keeps', () => {
  expect(leadAt(1000)).toBe(10);
});

test('one hitch alone changes nothing', () => {
  const lead = new Lead(60);
  for (let i = 0; i < 20; i++) lead.sample(i * 16.7);
  expect(lead.sample(20 * 16.7 + 300)).toBe(0);
});
