import { expect, test } from 'vitest';
import { echo } from '#shared';

test('a message crosses into Java and back without being copied', () => {
  const message = new Int8Array([1, -2, 3]);
  expect(echo(message).buffer).toBe(message.buffer);
});
