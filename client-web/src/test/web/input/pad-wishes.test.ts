/** A pad in menus, by pads made of numbers and a clock that is told. */
import { expect, test } from 'vitest';
import type { Pad } from '../../../main/web/input/gamepad.ts';
import { type PadWish, PadWishes } from '../../../main/web/input/pad-wishes.ts';

function pad(x = 0, y = 0, ...pressed: number[]): Pad {
  const buttons = Array.from({ length: 17 }, (_, place) => ({ pressed: pressed.includes(place) }));
  return { axes: [x, y, 0, 0], buttons };
}

/** What is wished in so many milliseconds with a pad held as it is. */
function held(wishes: PadWishes, pads: readonly (Pad | null)[], from: number, until: number) {
  const wished: PadWish[] = [];
  for (let now = from; now < until; now += 16) wished.push(...wishes.read(pads, now));
  return wished;
}

test('a button wishes once, however long it is held, and again when it is pressed anew', () => {
  const wishes = new PadWishes();
  expect(held(wishes, [null, pad(0, 0, 0)], 0, 2000)).toEqual(['press']);
  expect(held(wishes, [null, pad()], 2000, 2100)).toEqual([]);
  expect(held(wishes, [null, pad(0, 0, 0)], 2100, 2200)).toEqual(['press']);
});

test('the standard buttons go back, open the settings, the scores and the signs', () => {
  const wishes = new PadWishes();
  const wished = [1, 9, 8, 11].flatMap((button) => [
    ...wishes.read([pad(0, 0, button)], 0),
    ...wishes.read([pad()], 0),
  ]);
  expect(wished).toEqual(['back', 'menu', 'scores', 'signs']);
});

test('cross and stick go the four ways, and along one of them at a time', () => {
  const go = (each: Pad) => new PadWishes().read([each], 0);
  expect([12, 13, 14, 15].flatMap((button) => go(pad(0, 0, button)))).toEqual([
    ...['up', 'down', 'left', 'right'],
  ]);
  expect([pad(0, -1), pad(0, 1), pad(-1, 0), pad(1, 0)].flatMap(go)).toEqual([
    ...['up', 'down', 'left', 'right'],
  ]);
  expect(go(pad(0.7, 0.8))).toEqual(['down']);
  expect(go(pad(0.5, 0))).toEqual([]);
});

test('a way that is held waits, then repeats', () => {
  const wishes = new PadWishes();
  expect(held(wishes, [pad(0, 1)], 0, 400)).toEqual(['down']);
  const more = held(wishes, [pad(0, 1)], 400, 1400);
  expect(more.length).toBeGreaterThan(5);
  expect(more.length).toBeLessThan(10);
});

test('a stick that trembles at the edge wishes once', () => {
  const wishes = new PadWishes();
  let wished = 0;
  for (let n = 0; n < 20; n++) wished += wishes.read([pad(n % 2 === 0 ? 0.62 : 0.55, 0)], n).length;
  expect(wished).toBe(1);
});
