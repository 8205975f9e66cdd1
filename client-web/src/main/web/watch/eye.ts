/**
 * A spectator's eye: follows a ship, whoever leads, goes on to the next, or looks freely. Owned by
 * the watch.
 */
import type { Crowd } from '../hud/crowd.ts';
import type { Gaze } from '../render/stage.ts';
import type { Scene } from '../world/scene.ts';
import { shipOf } from '../world/sighting.ts';
import { ANYONE, FREE, LEADER, type Subject } from './subject.ts';

const GLIDE_TAU_SECONDS = 0.25;
/** Too far to glide to. */
const CUT_UNITS = 1500;
const LEAST_ZOOM = 0.35;
const MOST_ZOOM = 2.5;

/** Everybody who can be followed. */
export type Pilots = Pick<Crowd, 'seats' | 'named' | 'leader'>;

export class Eye implements Gaze {
  x = 0;
  y = 0;
  vx = 0;
  vy = 0;
  zoom = 0.8;
  /** Whose ship, by its seat; -1: nobody's, the hand moves the eye. */
  seat = -1;
  private readonly pilots: Pilots;
  private subject: Subject;

  constructor(pilots: Pilots, subject: Subject) {
    this.pilots = pilots;
    this.subject = subject;
  }

  /** Once per picture. */
  advance(scene: Scene, elapsedSeconds: number): void {
    this.seat = this.meant();
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
    this.seat = this.next(step);
    this.subject = ANYONE;
  }

  /** Follows whoever leads; asked again, it stays with who does. */
  lead(): void {
    this.subject = this.leads() ? ANYONE : LEADER;
  }

  /** The hand moves the eye, units; it follows nobody then. */
  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.seat = -1;
    this.subject = FREE;
  }

  /** Whether the hand has it, and nobody is followed. */
  roams(): boolean {
    return this.subject.kind === 'free';
  }

  /** Whether it goes with the lead. */
  leads(): boolean {
    return this.subject.kind === 'leader';
  }

  /** The name of who is asked for and does not fly here; null: nobody is missed. */
  missed(): string | null {
    const { subject, pilots } = this;
    return subject.kind === 'pilot' && pilots.named(subject.name) < 0 ? subject.name : null;
  }

  zoomBy(factor: number): void {
    this.zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, this.zoom * factor));
  }

  /** The seat of who is to be followed at this moment. */
  private meant(): number {
    const { pilots, subject, seat } = this;
    if (subject.kind === 'free') return -1;
    if (subject.kind === 'leader') return pilots.leader(seat);
    const named = subject.kind === 'pilot' ? pilots.named(subject.name) : -1;
    if (named >= 0) return named;
    return pilots.seats().includes(seat) ? seat : this.next(1);
  }

  private next(step: 1 | -1): number {
    const seats = [...this.pilots.seats()].sort((a, b) => (a - b) * step);
    return seats.find((seat) => (seat - this.seat) * step > 0) ?? seats[0] ?? -1;
  }
}
