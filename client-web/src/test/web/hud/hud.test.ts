/** Small sums of the HUD. */
import { expect, test } from 'vitest';
import { edgeSpot } from '../../../main/web/hud/arrows.ts';
import { clock } from '../../../main/web/hud/rounds.ts';

const frame = { width: 1000, height: 500 };

test('a ship in sight needs no arrow, one beyond gets it at the edge on its way', () => {
  expect(edgeSpot(400, 100, frame)).toBeNull();
  const right = edgeSpot(2000, 250, frame)!;
  expect(right.x).toBeCloseTo(970);
  expect(right.y).toBeCloseTo(250);
  expect(right.angle).toBeCloseTo(0);
  expect(edgeSpot(500, -900, frame)!.y).toBeCloseTo(30);
});

test('the clock counts in minutes and seconds', () => {
  expect(clock(65)).toBe('1:05');
  expect(clock(0)).toBe('0:00');
});
