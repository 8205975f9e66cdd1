/** Why one is not let in, or is sent away, in plain words; and what one can do about it. */
import type { Word } from './en.ts';

const REASONS: Readonly<Record<string, Word>> = {
  version: 'whyVersion',
  subprotocol: 'whyVersion',
  malformed: 'whyMalformed',
  too_much: 'whyTooMuch',
  no_room: 'whyNoRoom',
  full: 'whyFull',
  password: 'whyPassword',
  wrong_password: 'whyWrongPassword',
  replaced: 'whyReplaced',
  room_closed: 'whyClosed',
  draining: 'whyDraining',
  kicked: 'whyKicked',
  claimed: 'whyClaimed',
  banned: 'whyBanned',
  busy: 'whyBusy',
  idle: 'whyIdle',
  slow: 'whySlow',
  silent: 'whySlow',
  name: 'whyName',
  no_bots: 'whyNoBots',
  only_bots: 'whyOnlyBots',
};
/** After these trying again would be wrong: another tab has the seat, the page is old ... */
const FINAL = new Set([
  'replaced',
  'version',
  'subprotocol',
  'malformed',
  'password',
  'no_room',
  'name',
  'claimed',
  'kicked',
  'banned',
  'kicked',
  'no_bots',
  'only_bots',
]);
const OLD_PAGE = new Set(['version', 'subprotocol', 'malformed']);
const ASKS_PASSWORD = new Set(['password', 'wrong_password']);
const NO_SEAT = new Set(['full', 'only_bots']);

/** Null for a reason this page has not heard of: the server's own words have to do. */
export function reasonWord(reason: string): Word | null {
  return REASONS[reason] ?? null;
}

export function isFinal(reason: string): boolean {
  return FINAL.has(reason);
}

/** What helps: another page, the right word, a look from outside; else another try. */
export function remedy(reason: string): 'reload' | 'password' | 'watch' | 'again' {
  if (OLD_PAGE.has(reason)) return 'reload';
  if (ASKS_PASSWORD.has(reason)) return 'password';
  return NO_SEAT.has(reason) ? 'watch' : 'again';
}
