/**
 * The pilot's name and the token of their seat, kept for as long as the tab lives; a claimed
 * name's token is kept by the browser.
 */
import { tokenFor } from './badge.ts';
import type { Papers } from './link.ts';

const MOST_NAME_LENGTH = 20;
const NAME_PLACE = 'apsis.name';

export interface Wanted {
  readonly room: string;
  /** Empty: a guest's name is made up, and kept. */
  readonly name: string;
  readonly spectate: boolean;
  readonly password: string;
  /** As the slider has it, where 360 is 0 again. */
  readonly hue: number;
}

/** Whoever gave no name has one all the same; `chance` in 0..1 makes it up the first time. */
export function guestName(chance: number, store: Storage): string {
  const name = store.getItem(NAME_PLACE) ?? `Pilot ${100 + Math.floor(chance * 900)}`;
  store.setItem(NAME_PLACE, name);
  return name;
}

/** `chance` in 0..1 makes up a guest's name the first time. */
export function papersFor(wanted: Wanted, chance: number, store: Storage, badges: Storage): Papers {
  const name = (wanted.name || guestName(chance, store)).slice(0, MOST_NAME_LENGTH);
  store.setItem(NAME_PLACE, name);
  const key = `apsis.token.${wanted.room}`;
  return {
    name,
    spectate: wanted.spectate,
    hue: Math.round(wanted.hue) % 360,
    password: () => wanted.password,
    token: () => tokenFor(name, badges) || (store.getItem(key) ?? ''),
    keep: (token) => {
      if (token !== '') store.setItem(key, token);
    },
  };
}
