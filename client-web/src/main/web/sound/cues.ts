/**
 * When something is to be heard: read off the scene before it is drawn. Owned by the frame loop.
 */
import type { Camera } from '../render/camera.ts';
import { ARMING, BOOST, COAST, FULL_HULL, TELEPORT } from '../world/fields.ts';
import type { Scene } from '../world/scene.ts';
import type { Voices } from './voices.ts';

/** Nothing is heard from further away. */
const REACH_UNITS = 1900;
const WARNING_MILLIS = 1600;
const LOW_HULL = 0.3;

export class Cues {
  private readonly voices: Pick<
    Voices,
    'shot' | 'hit' | 'explosion' | 'jump' | 'warning' | 'thrust'
  >;
  private readonly arming = new Set<number>();
  private teleport = -1;
  private warnedMillis = Number.NEGATIVE_INFINITY;

  constructor(voices: Cues['voices']) {
    this.voices = voices;
  }

  take(scene: Scene, camera: Camera, nowMillis: number): void {
    const { fields, rows, endings } = scene;
    for (let i = 0; i < scene.count; i++) {
      if (scene.types[i] !== fields.shipType) continue;
      const arms = (rows[i * fields.stride + fields.ship.flags]! & ARMING) !== 0;
      const key = scene.keys[i]!;
      if (!arms) this.arming.delete(key);
      else if (!this.arming.has(key)) {
        this.arming.add(key);
        this.at('shot', scene.x[i]!, scene.y[i]!, camera);
      }
    }
    for (let i = 0; i < endings.count(); i++) {
      const sort = endings.type[i] === fields.shipType ? 'explosion' : 'hit';
      if (endings.type[i] === fields.shardType) continue;
      this.at(sort, endings.x[i]!, endings.y[i]!, camera);
    }
    this.own(scene, nowMillis);
  }

  silence(): void {
    this.voices.thrust(0);
    this.arming.clear();
  }

  private own(scene: Scene, nowMillis: number): void {
    const { fields, rows, self } = scene;
    if (self < 0) {
      this.voices.thrust(0);
      this.teleport = -1;
      return;
    }
    const at = self * fields.stride;
    const drive = rows[at + fields.ship.drive]!;
    this.voices.thrust(drive === COAST ? 0 : drive === BOOST ? 2 : 1);
    const teleport = rows[at + fields.ship.flags]! & TELEPORT;
    if (this.teleport >= 0 && teleport !== this.teleport) this.voices.jump();
    this.teleport = teleport;
    const low = rows[at + fields.ship.hull]! < LOW_HULL * FULL_HULL;
    if (low && nowMillis - this.warnedMillis > WARNING_MILLIS) {
      this.warnedMillis = nowMillis;
      this.voices.warning();
    }
  }

  private at(sort: 'shot' | 'hit' | 'explosion', x: number, y: number, camera: Camera): void {
    const [dx, dy] = [x - camera.x, y - camera.y];
    const near = Math.max(0, 1 - Math.hypot(dx, dy) / REACH_UNITS);
    this.voices[sort](near * near, dx / 900);
  }
}
