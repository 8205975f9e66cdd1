/** The sliding minimum, in virtual time. */
import { expect, test } from 'vitest';
import { WindowMin } from '../../../main/web/world/window-min.ts';

test('the smallest value counts until the window has passed over it', () => {
  const least = new WindowMin(1000, 10);
  least.add(5, 0);
  least.add(9, 500);
  expect(least.at(900)).toBe(5);
  expect(least.at(1050)).toBe(9);
  expect(least.at(2000)).toBe(Number.POSITIVE_INFINITY);
});
