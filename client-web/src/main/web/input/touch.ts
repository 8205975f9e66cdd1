/** Two thumbs: the left one's stick steers and thrusts, the right one holds buttons. */
import type { Control } from '../settings/bindings.ts';
import { type Source, wireAngle } from './source.ts';

/** Pixels of the page. */
export const STICK_REACH = 56;
const DEAD_ZONE = 0.22;
const THRUST_ZONE = 0.72;

export class Touch implements Source {
  readonly hand = 'thumbs';
  /** The stick's lean, -1..1 each way. */
  leanX = 0;
  leanY = 0;
  private readonly held = new Set<Control>();
  private readonly tapped = new Set<Control>();

  /** The thumb is (dx, dy) pixels from where it came down. */
  lean(dx: number, dy: number): void {
    const reach = Math.max(STICK_REACH, Math.hypot(dx, dy));
    this.leanX = dx / reach;
    this.leanY = dy / reach;
  }

  letGo(): void {
    this.leanX = 0;
    this.leanY = 0;
  }

  press(control: Control): void {
    this.held.add(control);
    this.tapped.add(control);
  }

  release(control: Control): void {
    this.held.delete(control);
  }

  releaseAll(): void {
    this.letGo();
    this.held.clear();
    this.tapped.clear();
  }

  holds(control: Control): boolean {
    if (control === 'thrust' && Math.hypot(this.leanX, this.leanY) > THRUST_ZONE) return true;
    return this.held.has(control) || this.tapped.has(control);
  }

  aimFrom(): number {
    if (Math.hypot(this.leanX, this.leanY) < DEAD_ZONE) return Number.NaN;
    return wireAngle(this.leanX, this.leanY);
  }

  sampled(): void {
    this.tapped.clear();
  }

  busy(): boolean {
    return this.leanX !== 0 || this.leanY !== 0 || this.held.size > 0 || this.tapped.size > 0;
  }
}
