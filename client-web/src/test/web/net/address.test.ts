/** Addresses of rooms. */
import { expect, test } from 'vitest';
import { addressOf, roomOf, socketAddress } from '../../../main/web/net/address.ts';

test('a room and whether one watches are in the address, and what else was asked for stays', () => {
  expect(addressOf('arena', false, '')).toBe('/play/arena');
  expect(addressOf('den 7', true, '?q=low')).toBe('/play/den%207?q=low&watch');
  expect(addressOf('arena', false, '?watch&q=low')).toBe('/play/arena?q=low');
  expect(addressOf(null, false, '?watch')).toBe('/');
});

test('the room is read from the path, and its socket has the same', () => {
  expect(roomOf('/play/den%207')).toBe('den 7');
  expect(roomOf('/')).toBeNull();
  expect(socketAddress({ protocol: 'https:', host: 'a.test' }, 'den 7')).toBe(
    'wss://a.test/play/den%207',
  );
});
