/**
 * One way to steer: keys, mouse, pad or fingers. All of them count at once, so a switch needs
 * nothing.
 */
import type { Control } from '../settings/bindings.ts';

/** What a pilot steers with, for hints that fit it. */
export type Hand = 'keys' | 'pad' | 'thumbs';

export interface Source {
  readonly hand: Hand;
  holds(control: Control): boolean;
  /**
   * The direction to turn to for a ship drawn at (x, y) of the page: 0..65535, counter-clockwise,
   * y up; NaN for none.
   */
  aimFrom(x: number, y: number): number;
  /** What was held went into a command: taps are spent. */
  sampled(): void;
  /** Something is held just now. */
  busy(): boolean;
}

/** A direction on the page as the wire's angle: y grows downwards there. */
export function wireAngle(dx: number, dy: number): number {
  return Math.round((Math.atan2(-dy, dx) / (2 * Math.PI)) * 65536) & 0xffff;
}
