/** Names beside ships: a few elements that are moved, never made anew. Owned by the frame loop. */
import type { Camera } from '../render/camera.ts';
import type { Scene } from '../world/scene.ts';
import type { Crowd } from './crowd.ts';

/** At the bound further ships go without a name. */
const MOST = 48;
const BELOW_UNITS = 46;

export class Labels {
  private readonly root: HTMLElement;
  private readonly spots: HTMLElement[] = [];
  private readonly crowd: Crowd;
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
      const person = this.crowd.get(scene.rows[i * fields.stride + fields.ship.seat]!);
      if (!person) continue;
      const spot = this.spot(this.used++);
      const [x, y] = [camera.pageX(scene.x[i]!), camera.pageY(scene.y[i]! - BELOW_UNITS)];
      spot.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translateX(-50%)`;
      if (spot.textContent !== person.name) spot.textContent = person.name;
      spot.classList.toggle('bot', person.bot);
    }
    for (let i = this.used; i < before; i++) this.spots[i]!.hidden = true;
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
