/** The arena as the welcome described it: its border, and its bodies on their rails. */
import type { Shared } from '../facade.ts';

export type BodyKind = 'star' | 'planet' | 'moon';

export interface Body {
  readonly kind: BodyKind;
  /** Units. */
  readonly radius: number;
  /** Degrees on the colour circle. */
  readonly hue: number;
}

/** As much of an arena as can be drawn. */
export interface Place {
  readonly radius: number;
  readonly bodies: readonly Body[];
  /** Units. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export class Arena implements Place {
  readonly radius: number;
  readonly bodies: readonly Body[];
  /** Places of the bodies at the tick of the last `place`, units. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  private readonly shared: Shared;
  private readonly before: Float64Array;
  private readonly after: Float64Array;

  constructor(shared: Shared, radius: number, bodies: readonly Body[]) {
    this.shared = shared;
    this.radius = radius;
    this.bodies = bodies;
    this.x = new Float64Array(bodies.length);
    this.y = new Float64Array(bodies.length);
    this.before = new Float64Array(bodies.length * 2);
    this.after = new Float64Array(bodies.length * 2);
  }

  /** Moves the bodies to a tick with fraction. */
  place(tick: number): void {
    const whole = Math.floor(tick);
    const part = tick - whole;
    this.shared.bodies(whole, this.before);
    this.shared.bodies(whole + 1, this.after);
    for (let i = 0; i < this.bodies.length; i++) {
      const [x, y] = [this.before[2 * i]!, this.before[2 * i + 1]!];
      this.x[i] = x + (this.after[2 * i]! - x) * part;
      this.y[i] = y + (this.after[2 * i + 1]! - y) * part;
    }
  }
}
