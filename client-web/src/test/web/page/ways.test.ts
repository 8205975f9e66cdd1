/** The next control in a direction, by boxes on paper. */
import { expect, test } from 'vitest';
import { type Box, nextBox } from '../../../main/web/page/ways.ts';

const box = (left: number, top: number, wide = 100, high = 40): Box => ({
  ...{ left, top, right: left + wide, bottom: top + high },
});

test('in a column one goes up and down, and stops at its ends', () => {
  const column = [box(0, 0), box(0, 50), box(0, 100)];
  expect(nextBox(column[1]!, [column[0]!, column[2]!], 'up')).toBe(0);
  expect(nextBox(column[1]!, [column[0]!, column[2]!], 'down')).toBe(1);
  expect(nextBox(column[2]!, column.slice(0, 2), 'down')).toBe(-1);
  expect(nextBox(column[1]!, [column[0]!, column[2]!], 'left')).toBe(-1);
});

test('what faces us comes before what is nearer but aside', () => {
  const [aside, facing] = [box(130, 45), box(0, 120)];
  expect(nextBox(box(0, 0), [aside, facing], 'down')).toBe(1);
});

test('from a card one comes to the card beside it', () => {
  const rooms = [box(400, 0, 200, 60), box(400, 70, 200, 60), box(610, 70, 44, 60)];
  expect(nextBox(box(0, 60, 300, 60), rooms, 'right')).toBe(1);
  expect(nextBox(rooms[1]!, [rooms[2]!, rooms[0]!], 'right')).toBe(0);
});

test('a wide control leads to the first of a row below it', () => {
  const row = [box(210, 60), box(105, 60), box(0, 60)];
  expect(nextBox(box(0, 0, 310), row, 'down')).toBe(2);
});
