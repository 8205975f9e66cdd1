/**
 * Where the mouse points and which buttons it holds: with one held, or always if the pilot chose
 * so, the ship turns towards the pointer. The first button also fires, the second also thrusts.
 */
import type { Control } from '../settings/bindings.ts';
import { type Source, wireAngle } from './source.ts';

const FIRST = 1;
const SECOND = 2;

export class Mouse implements Source {
  readonly hand = 'keys';
  private always: boolean;
  private x = 0;
  private y = 0;
  private buttons = 0;
  private tapped = 0;
  private moved = false;

  constructor(always: boolean) {
    this.always = always;
  }

  aimAlways(always: boolean): void {
    this.always = always;
  }

  listen(target: HTMLElement, page: Window): void {
    target.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse') this.point(event.clientX, event.clientY);
    });
    target.addEventListener('pointerdown', (event) => {
      if (event.pointerType !== 'mouse') return;
      this.point(event.clientX, event.clientY);
      this.hold(event.buttons);
    });
    page.addEventListener('pointerup', (event) => {
      if (event.pointerType === 'mouse') this.hold(event.buttons);
    });
    page.addEventListener('blur', () => this.releaseAll());
    target.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  /** Pixels of the page. */
  point(x: number, y: number): void {
    this.x = x;
    this.y = y;
    this.moved = true;
  }

  /** `buttons` as the browser's bit set. */
  hold(buttons: number): void {
    this.buttons = buttons;
    this.tapped |= buttons;
  }

  releaseAll(): void {
    this.buttons = 0;
    this.tapped = 0;
  }

  aims(): boolean {
    return this.moved && (this.always || (this.buttons | this.tapped) !== 0);
  }

  /** The first button fires, the second thrusts. */
  holds(control: Control): boolean {
    const held = this.buttons | this.tapped;
    return (
      (control === 'fire' && (held & FIRST) !== 0) ||
      (control === 'thrust' && (held & SECOND) !== 0)
    );
  }

  sampled(): void {
    this.tapped = 0;
  }

  busy(): boolean {
    return (this.buttons | this.tapped) !== 0;
  }

  aimFrom(x: number, y: number): number {
    return this.aims() ? wireAngle(this.x - x, this.y - y) : Number.NaN;
  }
}
