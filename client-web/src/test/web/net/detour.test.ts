/** The way to a room, where WebSockets open and where they do not. */
import { expect, test } from 'vitest';
import { Detour } from '../../../main/web/net/detour.ts';
import type { Wire } from '../../../main/web/net/link.ts';

const MINUTE = 60_000;

function set(socketsOpen: () => boolean, streamsOpen: () => boolean) {
  const tried: string[] = [];
  const closed: number[] = [];
  const way = (name: string, opens: () => boolean) => (opened: () => void) => {
    const number = tried.push(name);
    if (opens()) queueMicrotask(opened);
    return { close: () => closed.push(number) } as unknown as Wire;
  };
  const detour = new Detour(way('socket', socketsOpen), way('stream', streamsOpen));
  return { tried, closed, detour };
}

test('sockets that open are never left', async () => {
  const { tried, detour } = set(
    () => true,
    () => true,
  );
  for (let i = 0; i < 5; i++) {
    detour.open(i);
    await Promise.resolve();
  }
  detour.run(5 * MINUTE);
  expect(new Set(tried)).toEqual(new Set(['socket']));
});

test('after two sockets that never opened a stream is taken, and kept while it opens', async () => {
  const { tried, detour } = set(
    () => false,
    () => true,
  );
  for (let i = 0; i < 4; i++) {
    detour.open(i);
    await Promise.resolve();
  }
  expect(tried).toEqual(['socket', 'socket', 'stream', 'stream']);
  expect(detour.active()).toBe(true);
});

test('where nothing opens both ways are tried in turns', () => {
  const { tried, detour } = set(
    () => false,
    () => false,
  );
  for (let i = 0; i < 6; i++) detour.open(i);
  expect(tried).toEqual(['socket', 'socket', 'stream', 'stream', 'socket', 'socket']);
});

test('a minute later a socket is tried again, and taken if it opens', async () => {
  let blocked = true;
  const { tried, closed, detour } = set(
    () => !blocked,
    () => true,
  );
  for (let i = 0; i < 3; i++) detour.open(i);
  detour.run(MINUTE + 2);
  await Promise.resolve();
  expect(detour.active()).toBe(true);
  blocked = false;
  detour.run(2 * MINUTE + 4);
  await Promise.resolve();
  expect(detour.active()).toBe(false);
  expect(closed).toEqual([5, 3]);
  detour.open(2 * MINUTE + 5);
  expect(tried.at(-1)).toBe('socket');
});
