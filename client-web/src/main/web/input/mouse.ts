/**
 * Where the mouse points and which buttons it holds: with one held, or always if the pilot chose
 * so, the ship turns towards the pointer. The first button also fires, the second also thrusts.
 */
const FIRST = 1;
const SECOND = 2;

export class Mouse {
  private readonly always: boolean;
  private x = 0;
  private y = 0;
  private buttons = 0;
  private tapped = 0;
  private moved = false;

  constructor(always: boolean) {
    this.always = always;
  }

  listen(target: HTMLElement, page: Window): void {
    target.addEventListener('pointermove', (event) => this.point(event.clientX, event.clientY));
    target.addEventListener('pointerdown', (event) => {
      if (event.pointerType !== 'mouse') return;
      this.point(event.clientX, event.clientY);
      this.hold(event.buttons);
    });
    page.addEventListener('pointerup', (event) => this.hold(event.buttons));
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

  fires(): boolean {
    return ((this.buttons | this.tapped) & FIRST) !== 0;
  }

  thrusts(): boolean {
    return ((this.buttons | this.tapped) & SECOND) !== 0;
  }

  sampled(): void {
    this.tapped = 0;
  }

  wasUsed(): boolean {
    return this.aims();
  }

  /** Direction from a place on the page to the pointer, 0..65535, counter-clockwise, y up. */
  aimFrom(x: number, y: number): number {
    const turns = Math.atan2(y - this.y, this.x - x) / (2 * Math.PI);
    return Math.round(turns * 65536) & 0xffff;
  }
}
