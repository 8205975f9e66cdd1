/**
 * When something is to be heard: read off the scene before it is drawn. Owned by the frame loop.
 */
import type { Camera } from '../render/camera.ts';
import { ARMING, BOOST, COAST, FULL_HULL, RELOAD_SECONDS } from '../world/fields.ts';
import type { Incident } from '../world/incidents.ts';
import type { Scene } from '../world/scene.ts';
import type { Voice, Voices } from './voices.ts';

/** Nothing is heard from further away. */
const REACH_UNITS = 1900;
/** So far to the side a sound comes from one loudspeaker alone. */
const SIDE_UNITS = 900;
const WARNING_MILLIS = 1600;
const LOW_HULL = 0.3;

/** What each incident sounds like; what is missing is not heard. */
const SOUNDS: Readonly<Partial<Record<Incident, Voice>>> = {
  burst: 'explosion',
  burnt: 'burn',
  spent: 'pop',
  hit: 'hit',
  shielded: 'glance',
  ram: 'clang',
  crash: 'clang',
  vanished: 'jump',
  arrived: 'jump',
  taken: 'chime',
};

export class Cues {
  private readonly voices: Pick<Voices, 'play' | 'thrust'>;
  /** When each ship, by key, was last heard to arm. */
  private readonly armed = new Map<number, number>();
  private warnedMillis = Number.NEGATIVE_INFINITY;

  constructor(voices: Cues['voices']) {
    this.voices = voices;
  }

  take(scene: Scene, camera: Camera, nowMillis: number): void {
    const { incidents } = scene;
    this.shots(scene, camera, nowMillis);
    for (let i = 0; i < incidents.count(); i++) {
      const voice = SOUNDS[incidents.sort[i]!];
      if (voice) this.at(voice, incidents.x[i]!, incidents.y[i]!, camera);
    }
    this.own(scene, nowMillis);
  }

  silence(): void {
    this.voices.thrust(0);
    this.armed.clear();
  }

  /** The trigger is heard, not the launch; a wind-up told twice over a bad link is heard once. */
  private shots(scene: Scene, camera: Camera, nowMillis: number): void {
    const { fields, rows } = scene;
    for (let i = 0; i < scene.count; i++) {
      if (scene.types[i] !== fields.shipType) continue;
      if ((rows[i * fields.stride + fields.ship.flags]! & ARMING) === 0) continue;
      const key = scene.keys[i]!;
      const last = this.armed.get(key) ?? Number.NEGATIVE_INFINITY;
      if (nowMillis - last < RELOAD_SECONDS * 900) continue;
      if (this.armed.size > 1024) this.armed.clear();
      this.armed.set(key, nowMillis);
      this.at('shot', scene.x[i]!, scene.y[i]!, camera);
    }
  }

  private own(scene: Scene, nowMillis: number): void {
    const { fields, rows, self } = scene;
    if (self < 0) {
      this.voices.thrust(0);
      return;
    }
    const at = self * fields.stride;
    const drive = rows[at + fields.ship.drive]!;
    this.voices.thrust(drive === COAST ? 0 : drive === BOOST ? 2 : 1);
    const low = rows[at + fields.ship.hull]! < LOW_HULL * FULL_HULL;
    if (low && nowMillis - this.warnedMillis > WARNING_MILLIS) {
      this.warnedMillis = nowMillis;
      this.voices.play('warning', 1, 0);
    }
  }

  private at(voice: Voice, x: number, y: number, camera: Camera): void {
    const [dx, dy] = [x - camera.x, y - camera.y];
    const near = Math.max(0, 1 - Math.hypot(dx, dy) / REACH_UNITS);
    this.voices.play(voice, near * near, dx / SIDE_UNITS);
  }
}
