/** Arrows at the picture's edge towards ships that are near but out of sight. Owned by the HUD. */
import { make, show, style } from '../page/elements.ts';
import type { Camera } from '../render/camera.ts';
import { cssColor, seatColor } from '../render/palette.ts';
import type { Scene } from '../world/scene.ts';

/** At the bound further ships go without an arrow. */
const MOST = 12;
/** Far enough from the edge to stay clear of most instruments. */
const EDGE_PIXELS = 30;

const FAR_UNITS = 3200;

export class Arrows {
  private readonly root: Element;
  private readonly arrows: HTMLElement[] = [];

  constructor(root: Element) {
    this.root = root;
  }

  place(scene: Scene, camera: Camera): void {
    const { fields } = scene;
    let used = 0;
    for (let i = 0; i < scene.count && used < MOST; i++) {
      if (scene.types[i] !== fields.shipType || i === scene.self) continue;
      const spot = edgeSpot(camera.pageX(scene.x[i]!), camera.pageY(scene.y[i]!), camera);
      if (!spot) continue;
      const arrow = this.arrow(used++);
      const seat = scene.rows[i * fields.stride + fields.ship.seat]!;
      style(arrow, 'color', cssColor(seatColor(seat)));
      style(arrow, '--near', nearness(scene, i).toFixed(2));
      const { x, y, angle } = spot;
      arrow.style.transform = `translate(${x.toFixed(0)}px,${y.toFixed(0)}px) rotate(${angle}rad)`;
    }
    this.hideFrom(used);
  }

  hideFrom(first: number): void {
    for (let i = first; i < this.arrows.length; i++) show(this.arrows[i]!, false);
  }

  private arrow(i: number): HTMLElement {
    const arrow = this.arrows[i] ?? make('span', this.root, { class: 'arrow' });
    this.arrows[i] = arrow;
    show(arrow, true);
    return arrow;
  }
}

/** 1 beside own ship, 0 at the end of what the server shows. */
function nearness({ x, y, self }: Scene, i: number): number {
  const units = Math.hypot(x[i]! - x[self]!, y[i]! - y[self]!);
  return Math.max(0, 1 - units / FAR_UNITS);
}

type Frame = Pick<Camera, 'width' | 'height'>;

/** Where the edge is on the way to a place of the page; null if that is in sight. */
export function edgeSpot(x: number, y: number, { width, height }: Frame) {
  const inside = x > 0 && x < width && y > 0 && y < height;
  if (inside) return null;
  const [dx, dy] = [x - width / 2, y - height / 2];
  const shrink = Math.min(
    (width / 2 - EDGE_PIXELS) / Math.max(1e-6, Math.abs(dx)),
    (height / 2 - EDGE_PIXELS) / Math.max(1e-6, Math.abs(dy)),
  );
  return { x: width / 2 + dx * shrink, y: height / 2 + dy * shrink, angle: Math.atan2(dy, dx) };
}
