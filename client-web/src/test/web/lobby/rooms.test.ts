/** Which room quick play takes. */
import { expect, test } from 'vitest';
import { bestRoom, Inquiry, inOrder, readRooms } from '../../../main/web/lobby/rooms.ts';

const room = (id: string, players: number, capacity = 8) => ({
  ...{ id, mode: 'ffa', teams: 0, players, capacity, locked: false },
});

test('the fullest room with a seat left', () => {
  const locked = { ...room('d', 7), locked: true };
  expect(bestRoom([room('a', 2), room('b', 5), room('c', 8), locked])).toBe('b');
});

test('none when all are full, locked, or there is none: then another is opened', () => {
  expect(bestRoom([room('a', 0), room('b', 0)])).toBe('a');
  expect(bestRoom([room('a', 8), { ...room('b', 1), locked: true }])).toBeNull();
  expect(bestRoom([])).toBeNull();
});

test('an answer without rooms is refused', () => {
  expect(() => readRooms({})).toThrow('rooms');
  expect(readRooms({ rooms: [room('a', 1)] })).toEqual([room('a', 1)]);
});

test('the list begins with rooms one can fly in, the liveliest first', () => {
  const rooms = [
    room('full', 8),
    room('quiet', 1),
    { ...room('locked', 5), locked: true },
    room('busy', 6),
  ];
  expect(inOrder(rooms).map(({ id }) => id)).toEqual(['busy', 'quiet', 'full', 'locked']);
});

test('the first answer, which came while the page was busy, is no ping', () => {
  const inquiry = new Inquiry(() => 0);
  inquiry.measured(850);
  expect(inquiry.pingMillis()).toBeNaN();
  inquiry.measured(12);
  inquiry.measured(40);
  expect(inquiry.pingMillis()).toBe(12);
});
