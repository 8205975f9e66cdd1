/**
 * Names beside ships: a few elements that are moved, never made anew. Where ships crowd, who has
 * been in sight longest keeps the name, and those it would cover go without. Owned by the frame
 * loop.
 */
import { style, write } from '../page/elements.ts';
import type { Camera } from '../render/camera.ts';
import { cssColor, seatColor } from '../render/palette.ts';
import type { Scene } from '../world/scene.ts';
import type { Crowd } from './crowd.ts';

/** At the bound further ships go without a name. */
const MOST = 48;
const BELOW_UNITS = 46;
/** How much of the page a name takes, before the text's scale. */
const LETTER_PIXELS = 8.5;
const LINE_PIXELS = 21;
const SAID_MILLIS = 3500;

export class Labels {
  private readonly root: HTMLElement;
  private readonly spots: HTMLElement[] = [];
  private readonly crowd: Crowd;
  private readonly x = new Float32Array(MOST);
  private readonly y = new Float32Array(MOST);
  private readonly halves = new Float32Array(MOST);
  private readonly said = new Map<number, { readonly words: string; readonly until: number }>();
  private used = 0;

  constructor(root: HTMLElement, crowd: Crowd) {
    this.root = root;
    this.crowd = crowd;
  }

  place(scene: Scene, camera: Camera): void {
    const { fields } = scene;
    const before = this.used;
    this.used = 0;
    for (let i = 0; i < scene.count && this.used < MOST; i++) {
      if (scene.types[i] !== fields.shipType || i === scene.self) continue;
      const seat = scene.rows[i * fields.stride + fields.ship.seat]!;
      if (!this.crowd.get(seat)) continue;
      const [x, y] = [camera.pageX(scene.x[i]!), camera.pageY(scene.y[i]! - BELOW_UNITS)];
      if (!this.free(x, y, (this.crowd.name(seat).length * LETTER_PIXELS) / 2)) continue;
      const spot = this.spot(this.used++);
      spot.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translateX(-50%)`;
      this.name(spot, seat);
    }
    for (let i = this.used; i < before; i++) this.spots[i]!.hidden = true;
  }

  /** Takes the room for a name around (x, y), unless another's name has it. */
  private free(x: number, y: number, half: number): boolean {
    for (let i = 0; i < this.used; i++) {
      const beside = Math.abs(x - this.x[i]!) > half + this.halves[i]!;
      if (!beside && Math.abs(y - this.y[i]!) < LINE_PIXELS) return false;
    }
    [this.x[this.used], this.y[this.used], this.halves[this.used]] = [x, y, half];
    return true;
  }

  /** Words beside a ship, for a moment. */
  says(seat: number, words: string, nowMillis: number): void {
    this.said.set(seat, { words, until: nowMillis + SAID_MILLIS });
  }

  fade(nowMillis: number): void {
    for (const [seat, { until }] of this.said) if (until < nowMillis) this.said.delete(seat);
  }

  /** Its side's shape stands before the name. */
  private name(spot: HTMLElement, seat: number): void {
    write(spot, this.crowd.name(seat));
    spot.classList.toggle('bot', this.crowd.isBot(seat));
    const side = String(this.crowd.side(seat));
    if (spot.dataset.side !== side) spot.dataset.side = side;
    const says = this.said.get(seat)?.words ?? '';
    if (spot.dataset.says !== says) spot.dataset.says = says;
    if (side !== '0') style(spot, '--side', cssColor(seatColor(seat)));
  }

  private spot(i: number): HTMLElement {
    const spot = this.spots[i] ?? this.newSpot(i);
    if (spot.hidden) spot.hidden = false;
    return spot;
  }

  private newSpot(i: number): HTMLElement {
    const spot = this.root.appendChild(document.createElement('span'));
    spot.className = 'label';
    this.spots[i] = spot;
    return spot;
  }
}
