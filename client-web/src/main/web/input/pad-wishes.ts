/**
 * What a gamepad asks of the page rather than of the ship: where to go in a menu, to press, to go
 * back. A way that is held repeats, as a key would. Owned by the frame loop; time comes in.
 */
import type { Pad } from './gamepad.ts';

export const WAYS = ['up', 'down', 'left', 'right'] as const;
export type Way = (typeof WAYS)[number];
const BUTTONS = { press: [0], back: [1], scores: [8], menu: [9], signs: [11] } as const;
type Button = keyof typeof BUTTONS;
export type PadWish = Way | Button;

const WAY_BUTTONS: Readonly<Record<Way, number>> = { up: 12, down: 13, left: 14, right: 15 };
/** The stick has to go far, and comes back a bit before it counts as released. */
const LEAN = 0.6;
const RELEASE = 0.4;
const FIRST_REPEAT_MILLIS = 420;
const REPEAT_MILLIS = 120;

export class PadWishes {
  private readonly held = new Map<PadWish, number>();

  /** What was wished since the last call, by the pads as they are now. */
  read(pads: readonly (Pad | null)[], nowMillis: number): readonly PadWish[] {
    const wishes: PadWish[] = [];
    for (const way of WAYS) this.way(way, pads, nowMillis, wishes);
    for (const button of Object.keys(BUTTONS) as Button[]) {
      const down = BUTTONS[button].some((place) => isDown(pads, place));
      if (down && !this.held.has(button)) wishes.push(button);
      if (down) this.held.set(button, 0);
      else this.held.delete(button);
    }
    return wishes;
  }

  private way(way: Way, pads: readonly (Pad | null)[], nowMillis: number, wishes: PadWish[]): void {
    const due = this.held.get(way);
    const lean = due === undefined ? LEAN : RELEASE;
    const held = isDown(pads, WAY_BUTTONS[way]) || pads.some((pad) => leans(pad, way) > lean);
    if (!held) this.held.delete(way);
    else if (due === undefined) this.held.set(way, nowMillis + FIRST_REPEAT_MILLIS);
    else if (nowMillis >= due) this.held.set(way, nowMillis + REPEAT_MILLIS);
    if (held && (due === undefined || nowMillis >= due)) wishes.push(way);
  }
}

function isDown(pads: readonly (Pad | null)[], place: number): boolean {
  return pads.some((pad) => pad?.buttons[place]?.pressed === true);
}

/** How far the stick leans that way and no other, 0 to 1. */
function leans(pad: Pad | null, way: Way): number {
  if (!pad) return 0;
  const [x, y] = [pad.axes[0] ?? 0, pad.axes[1] ?? 0];
  const across = way === 'left' || way === 'right';
  if (across !== Math.abs(x) > Math.abs(y)) return 0;
  if (across) return way === 'left' ? -x : x;
  return way === 'up' ? -y : y;
}
