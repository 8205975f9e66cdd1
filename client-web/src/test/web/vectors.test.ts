import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as shared from '#shared';
import { fuzz, messages, motion, snapshots } from './vectors.mjs';

function vectors(name: string): object {
  const file = new URL(`../../../../docs/vectors/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

test('a million steps move alike in Node and on the JVM', { timeout: 60_000 }, () => {
  expect(motion(shared, vectors('motion'))).toBe('');
});

test('every message is read as the JVM wrote it', () => {
  expect(messages(shared, vectors('messages'))).toBe('');
});

test('a fight is mirrored bit for bit', () => {
  expect(snapshots(shared, vectors('snapshots'))).toBe('');
});

test('broken snapshots are refused, and nothing else goes wrong', { timeout: 60_000 }, () => {
  expect(fuzz(shared, vectors('snapshots'), 2000)).toBe('');
});
