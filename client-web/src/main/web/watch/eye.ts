/** A spectator's eye: follows a ship, goes on to the next, or looks freely. Owned by the game. */
import type { Gaze } from '../render/stage.ts';
import type { Scene } from '../world/scene.ts';
import { shipOf } from '../world/sighting.ts';

const GLIDE_TAU_SECONDS = 0.25;
/** Too far to glide to. */
const CUT_UNITS = 1500;
const LEAST_ZOOM = 0.35;
const MOST_ZOOM = 2.5;

export class Eye implements Gaze {
  x = 0;
  y = 0;
  vx = 0;
  vy = 0;
  zoom = 0.8;
  /** Whose ship, by its seat; -1: nobody's, the hand moves the eye. */
  seat = -1;
  private readonly seats: () => readonly number[];
  private free = false;

  /** `seats`: everybody who can be followed. */
  constructor(seats: () => readonly number[]) {
    this.seats = seats;
  }

  /** Once per picture. */
  advance(scene: Scene, elapsedSeconds: number): void {
    if (!this.free && !this.seats().includes(this.seat)) this.cycle(1);
    const place = shipOf(scene, this.seat);
    if (place < 0) {
      [this.vx, this.vy] = [0, 0];
      return;
    }
    const pull = 1 - Math.exp(-elapsedSeconds / GLIDE_TAU_SECONDS);
    [this.vx, this.vy] = [scene.vx[place]!, scene.vy[place]!];
    const far = Math.hypot(scene.x[place]! - this.x, scene.y[place]! - this.y) > CUT_UNITS;
    if (far) [this.x, this.y] = [scene.x[place]!, scene.y[place]!];
    this.x += this.vx * elapsedSeconds;
    this.y += this.vy * elapsedSeconds;
    this.x += (scene.x[place]! - this.x) * pull;
    this.y += (scene.y[place]! - this.y) * pull;
  }

  /** The next ship by seat, or the one before it. */
  cycle(step: 1 | -1): void {
    const seats = [...this.seats()].sort((a, b) => (a - b) * step);
    this.seat = seats.find((seat) => (seat - this.seat) * step > 0) ?? seats[0] ?? -1;
    this.free = false;
  }

  /** The hand moves the eye, units; it follows nobody then. */
  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.seat = -1;
    this.free = true;
  }

  /** Whether the hand has it, and nobody is followed. */
  roams(): boolean {
    return this.free;
  }

  zoomBy(factor: number): void {
    this.zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, this.zoom * factor));
  }
}
