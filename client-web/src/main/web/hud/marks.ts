/**
 * What tests read off the page: a few marks on the body, written once per picture, and the scene
 * itself as the body's property `scene`.
 */
import type { LinkState } from '../net/link.ts';
import type { Scene } from '../world/scene.ts';

export class Marks {
  private readonly marks: DOMStringMap;
  private frames = 0;
  private scene: Scene | null = null;

  constructor(body: HTMLElement) {
    this.marks = body.dataset;
    Object.defineProperty(body, 'scene', { get: () => this.scene, configurable: true });
  }

  /**
   * `slackTicks`: how early commands reach the room; NaN where unknown. `punctual`: whether all did
   * that the last correction is about.
   */
  write(state: LinkState, scene: Scene | null, slackTicks: number, punctual: boolean): void {
    this.marks.frames = String(++this.frames);
    if (this.marks.status !== state) this.marks.status = state;
    this.scene = scene;
    if (!scene) return;
    let ships = 0;
    for (let i = 0; i < scene.count; i++) if (scene.types[i] === scene.fields.shipType) ships++;
    this.marks.slack = slackTicks.toFixed(1);
    this.marks.known = String(scene.known);
    this.marks.tick = String(Math.floor(scene.tick));
    this.marks.ships = String(ships);
    this.marks.correction = scene.correction.toFixed(3);
    this.marks.punctual = String(punctual);
    const { self } = scene;
    const place = self < 0 ? '' : `${Math.round(scene.x[self]!)},${Math.round(scene.y[self]!)}`;
    this.marks.ship = place;
    const speed = self < 0 ? 0 : Math.hypot(scene.vx[self]!, scene.vy[self]!);
    this.marks.speed = speed.toFixed(0);
  }
}
