/** Whatever the server may refuse with, the page has plain words for it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isFinal, reasonWord, remedy } from '../../../main/web/words/reasons.ts';

const document = readFileSync(new URL('../../../../../docs/PROTOCOL.md', import.meta.url), 'utf8');
const table = document.split('<!-- closecodes -->')[1]!.split('<!-- /closecodes -->')[0]!;
const reasons = [...table.matchAll(/^\| 4\d+ \| (\w+) \|/gm)].map(([, reason]) => reason!);

test('the document lists the reasons', () => {
  expect(reasons.length).toBeGreaterThan(15);
});

test.each(reasons)('%s is said in plain words', (reason) => {
  expect(reasonWord(reason)).not.toBeNull();
});

test('an old page is to be reloaded, a lock asks, a room without a seat can be watched', () => {
  expect([remedy('version'), remedy('subprotocol')]).toEqual(['reload', 'reload']);
  expect([remedy('password'), remedy('wrong_password')]).toEqual(['password', 'password']);
  expect([remedy('full'), remedy('only_bots')]).toEqual(['watch', 'watch']);
  expect([remedy('busy'), remedy('no_room'), remedy('')]).toEqual(['again', 'again', 'again']);
});

test('whoever is only told to wait is tried again, and who will never get in is not', () => {
  expect(['full', 'busy', 'draining', 'slow', 'too_much'].filter(isFinal)).toEqual([]);
  expect(['no_room', 'only_bots', 'version', 'malformed'].every(isFinal)).toBe(true);
});
