/** Every word the page says, in one place, so that it can be said in another language. */
import type { LinkState } from '../net/link.ts';

export const MESSAGES = {
  title: 'Orbit',
  room: (name: string) => `room ${name}`,
  ping: (millis: number) => `${Math.round(millis)} ms`,
  frameAge: (millis: number) => `frame ${Math.round(millis)} ms`,
  speed: (unitsPerSecond: number) => `${Math.round(unitsPerSecond)} u/s`,
  hull: 'Hull',
  energy: 'Energy',
  hint: [
    ['← →', 'turn'],
    ['↑', 'thrust'],
    ['Space', 'fire'],
    ['Shift', 'boost'],
    ['↓', 'brake'],
    ['H', 'jump'],
    ['mouse held', 'aim & fire'],
  ],
  states: {
    connecting: 'Connecting…',
    flying: '',
    lost: 'Connection lost, reconnecting…',
    refused: 'The room did not let you in; trying again…',
    ended: 'The flight has ended.',
  } satisfies Readonly<Record<LinkState, string>>,
  reasons: {
    version: 'This page is older than the server. Reload it to play.',
    no_room: 'There is no such room.',
    full: 'This room is full. Trying again for a seat…',
    password: 'This room asks for a password.',
    replaced: 'You continue in another tab.',
    room_closed: 'This room was closed. Looking whether it opens again…',
    draining: 'The server is about to restart. One moment…',
  } as Readonly<Record<string, string>>,
  wrecked: 'Your ship is lost. A new one is on its way…',
  noGraphics: 'This browser cannot draw the game: it needs WebGL2.',
} as const;

/** In plain words what a refusal means; the server's own text where the reason is new. */
export function reasonText(reason: string, text: string): string {
  return MESSAGES.reasons[reason] ?? text;
}
