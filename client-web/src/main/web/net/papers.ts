/** The pilot's name and the token of their seat, kept for as long as the tab lives. */
import type { Papers } from './link.ts';

const MOST_NAME_LENGTH = 20;

/** `chance` in 0..1 makes up a guest's name the first time. */
export function papersFor(
  room: string,
  wanted: string | null,
  chance: number,
  store: Storage,
): Papers {
  const guest = `Pilot ${100 + Math.floor(chance * 900)}`;
  const name = (wanted ?? store.getItem('apsis.name') ?? guest).slice(0, MOST_NAME_LENGTH);
  store.setItem('apsis.name', name);
  const key = `apsis.token.${room}`;
  return {
    name,
    token: () => store.getItem(key) ?? '',
    keep: (token) => store.setItem(key, token),
  };
}
