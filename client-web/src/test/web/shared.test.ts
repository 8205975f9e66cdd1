import { expect, test } from 'vitest';
import { subprotocol } from '#shared';

test('the shared module loads', () => {
  expect(subprotocol()).toBe('apsis.v1');
});
