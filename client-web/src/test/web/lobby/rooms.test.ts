/** Which room quick play takes. */
import { expect, test } from 'vitest';
import { bestRoom, readRooms } from '../../../main/web/lobby/rooms.ts';

const room = (id: string, players: number, capacity = 8) => ({
  ...{ id, mode: 'ffa', players, capacity, locked: false },
});

test('the fullest room with a seat left', () => {
  const locked = { ...room('d', 7), locked: true };
  expect(bestRoom([room('a', 2), room('b', 5), room('c', 8), locked])).toBe('b');
});

test('the first when all are empty or all are full, none when there is none', () => {
  expect(bestRoom([room('a', 0), room('b', 0)])).toBe('a');
  expect(bestRoom([room('a', 8), room('b', 8)])).toBe('a');
  expect(bestRoom([])).toBeNull();
});

test('an answer without rooms is refused', () => {
  expect(() => readRooms({})).toThrow('rooms');
  expect(readRooms({ rooms: [room('a', 1)] })).toEqual([room('a', 1)]);
});
