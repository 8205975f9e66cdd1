/** The camera trembles after a blow, or does not. */
import { expect, test } from 'vitest';
import { Shake } from '../../../main/web/render/shake.ts';

test('a blow shakes the picture for a moment', () => {
  const shake = new Shake();
  shake.jolt(1);
  shake.advance(0.02, 1 / 60);
  expect(Math.abs(shake.x)).toBeGreaterThan(2);
  for (let i = 0; i < 60; i++) shake.advance(0.02 + i / 60, 1 / 60);
  expect(Math.abs(shake.x)).toBeLessThan(0.1);
});

test('who asked for calm is never shaken', () => {
  const shake = new Shake();
  shake.calm = true;
  shake.jolt(1);
  shake.advance(0.02, 1 / 60);
  expect(Math.hypot(shake.x, shake.y)).toBe(0);
});
