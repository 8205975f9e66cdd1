/** Gamepad and fingers as sources of the same commands. */
import { expect, test } from 'vitest';
import { GamepadSource, type Pad } from '../../../main/web/input/gamepad.ts';
import { Touch } from '../../../main/web/input/touch.ts';

function padWith(axes: readonly number[], pressed: readonly number[] = []): Pad {
  const buttons = Array.from({ length: 17 }, (_, i) => ({ pressed: pressed.includes(i) }));
  return { axes, buttons };
}

function polled(pad: Pad | null): GamepadSource {
  const source = new GamepadSource(() => [null, pad]);
  source.poll();
  return source;
}

test('the stick aims, up is up, and pushed far it thrusts', () => {
  const soft = polled(padWith([0, -0.5]));
  expect(soft.aimFrom()).toBe(16384);
  expect(soft.holds('thrust')).toBe(false);
  expect(polled(padWith([1, 0])).holds('thrust')).toBe(true);
});

test('a pad at rest does nothing and was not used', () => {
  const source = polled(padWith([0.1, -0.1]));
  expect(source.aimFrom()).toBeNaN();
  expect(source.busy()).toBe(false);
});

test('buttons are those of the standard mapping', () => {
  const source = polled(padWith([0, 0], [0, 3, 14]));
  expect(source.holds('fire') && source.holds('jump') && source.holds('left')).toBe(true);
  expect(source.holds('boost')).toBe(false);
});

test('a thumb leans the stick; let go, the ship flies on straight', () => {
  const touch = new Touch();
  touch.lean(0, 30);
  expect(touch.aimFrom()).toBe(49152);
  expect(touch.holds('thrust')).toBe(false);
  touch.lean(300, 0);
  expect(touch.leanX).toBe(1);
  expect(touch.holds('thrust')).toBe(true);
  touch.letGo();
  expect(touch.aimFrom()).toBeNaN();
});

test('a tap between two samples still counts once', () => {
  const touch = new Touch();
  touch.press('fire');
  touch.release('fire');
  expect(touch.holds('fire')).toBe(true);
  touch.sampled();
  expect(touch.holds('fire')).toBe(false);
});

test('a pad that walked a menu flies once all of it has been let go', () => {
  const pads = [padWith([0, 0], [0])];
  const source = new GamepadSource(() => pads);
  source.rest();
  source.poll();
  expect(source.holds('fire')).toBe(false);
  pads[0] = padWith([0, 0], []);
  source.poll();
  pads[0] = padWith([0, 0], [0]);
  source.poll();
  expect(source.holds('fire')).toBe(true);
});
