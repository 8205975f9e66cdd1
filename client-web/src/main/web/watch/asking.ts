/**
 * What the server is asked to show to who only looks: whose surroundings, or which. Owned by the
 * watch.
 */
import type { Eye } from './eye.ts';

/** A free eye tells where it is so often, if it has moved so far. */
const LOOK_MILLIS = 200;
const LOOK_UNITS = 40;
/** Places further out have no number on the wire. */
const MOST_UNITS = 32_000;

export interface Gazing {
  follow(seat: number): void;
  look(x: number, y: number): void;
}

export class Asking {
  private readonly gazing: Gazing;
  private followed = -1;
  private waitMillis = 0;
  private x = Number.NaN;
  private y = Number.NaN;

  constructor(gazing: Gazing) {
    this.gazing = gazing;
  }

  /** Once per picture. */
  ask(eye: Eye, elapsedMillis: number): void {
    this.waitMillis -= elapsedMillis;
    if (eye.seat >= 0) this.follow(eye.seat);
    else if (eye.roams()) this.look(eye.x, eye.y);
  }

  /** Another connection shows nothing yet. */
  anew(): void {
    this.followed = -1;
    this.x = Number.NaN;
  }

  private follow(seat: number): void {
    if (seat === this.followed) return;
    this.followed = seat;
    this.x = Number.NaN;
    this.gazing.follow(seat);
  }

  private look(x: number, y: number): void {
    const near = Math.hypot(x - this.x, y - this.y) < LOOK_UNITS;
    if (near || this.waitMillis > 0) return;
    [this.x, this.y, this.waitMillis, this.followed] = [x, y, LOOK_MILLIS, -1];
    this.gazing.look(within(x), within(y));
  }
}

function within(units: number): number {
  return Math.max(-MOST_UNITS, Math.min(MOST_UNITS, Math.round(units)));
}
