/** Letters are checked at the door. */
import { expect, test } from 'vitest';
import { roomOf, socketAddress } from '../../../main/web/net/address.ts';
import { readLetter } from '../../../main/web/net/letters.ts';

test('a letter with a field missing is refused by its name', () => {
  expect(() => readLetter('{"kind":"people"}')).toThrow('people is not a list');
  expect(() => readLetter('{"kind":"pong","serial":1,"tick":"x","micros":0}')).toThrow('tick');
});

test('a kind of a later version is skipped', () => {
  expect(readLetter('{"kind":"weather"}')).toEqual({ kind: 'unknown' });
});

test('people are read as persons', () => {
  const people = [{ seat: 1, name: 'Ada', bot: false, team: 0, hue: 188, score: -25 }];
  expect(readLetter(JSON.stringify({ kind: 'people', people }))).toEqual({
    kind: 'people',
    people,
  });
});

test('a sign is read with who gave it', () => {
  const emote = { kind: 'emote', seat: 3, sign: 'nice_shot' };
  expect(readLetter(JSON.stringify(emote))).toEqual(emote);
});

test('the path names the room, and the page’s scheme that of the socket', () => {
  expect(roomOf('/play/north')).toBe('north');
  expect(roomOf('/')).toBeNull();
  const address = socketAddress({ protocol: 'https:', host: 'orbit.example' }, 'north');
  expect(address).toBe('wss://orbit.example/play/north');
});
