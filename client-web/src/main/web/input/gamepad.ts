/**
 * A gamepad in the standard mapping: the left stick aims and, pushed far, thrusts; d-pad turns.
 * Asked once per sample. Owned by the frame loop.
 */
import type { Control } from '../settings/bindings.ts';
import { type Source, wireAngle } from './source.ts';

/** The part of the browser's Gamepad that is read. */
export interface Pad {
  readonly axes: readonly number[];
  readonly buttons: readonly { readonly pressed: boolean }[];
}

const DEAD_ZONE = 0.3;
const THRUST_ZONE = 0.85;
/** Buttons of the standard mapping by control: A, RB; RT, up; LT, X; B; Y; left; right. */
const BUTTONS: Readonly<Record<Control, readonly number[]>> = {
  fire: [0, 5],
  thrust: [7, 12],
  brake: [6, 2],
  boost: [1, 4],
  jump: [3],
  left: [14],
  right: [15],
};

export class GamepadSource implements Source {
  readonly hand = 'pad';
  private readonly pads: () => readonly (Pad | null)[];
  private pad: Pad | null = null;
  private rests = false;

  constructor(pads: () => readonly (Pad | null)[]) {
    this.pads = pads;
  }

  /** Looks at the pads anew; the first that does anything counts. */
  poll(): void {
    const active = this.pads().find((pad) => pad !== null && isActive(pad)) ?? null;
    this.rests &&= active !== null;
    this.pad = this.rests ? null : active;
  }

  /** The pad is needed elsewhere; it flies again once all of it has been let go. */
  rest(): void {
    this.pad = null;
    this.rests = true;
  }

  holds(control: Control): boolean {
    const { pad } = this;
    if (!pad) return false;
    if (control === 'thrust' && stickReach(pad) > THRUST_ZONE) return true;
    return BUTTONS[control].some((button) => pad.buttons[button]?.pressed === true);
  }

  aimFrom(): number {
    const { pad } = this;
    if (!pad || stickReach(pad) < DEAD_ZONE) return Number.NaN;
    return wireAngle(pad.axes[0]!, pad.axes[1]!);
  }

  sampled(): void {}

  busy(): boolean {
    return this.pad !== null;
  }
}

function stickReach(pad: Pad): number {
  return Math.hypot(pad.axes[0] ?? 0, pad.axes[1] ?? 0);
}

function isActive(pad: Pad): boolean {
  return stickReach(pad) >= DEAD_ZONE || pad.buttons.some((button) => button.pressed);
}
