/** Flames, sparks and rings of shock: what all that flares up and fades is made of. */
import { Dice } from './dice.ts';
import { BOOST_LOOK, BRAKE_LOOK, FLAME_LOOK } from './looks.ts';
import { BOOST_FLAME, EMBER, FLAME } from './palette.ts';
import type { Color, Look, Particles } from './particles.ts';
import { Waves } from './waves.ts';

/** Where something flares up, and how it moves: units, units per second, seconds. */
export interface Spot {
  x: number;
  y: number;
  vx: number;
  vy: number;
  now: number;
}

/** Sparks that fly apart, or along a direction. */
export interface Spray {
  readonly count: number;
  /** Units per second at most. */
  readonly speed: number;
  readonly look: Look;
  /** Radians; NaN for all directions. */
  readonly towards?: number;
  /** Radians to either side. */
  readonly spread?: number;
}

export class Effects {
  readonly waves = new Waves();
  readonly dice = new Dice(4099);
  /** How hard the camera is shaken, 0..1; the stage lets it fade. */
  shake = 0;
  private readonly particles: Particles;

  constructor(particles: Particles) {
    this.particles = particles;
  }

  /** Plumes of a thrusting ship, spread over the time since the last picture. */
  flame(
    x: number,
    y: number,
    vx: number,
    vy: number,
    heading: number,
    seconds: number,
    elapsedSeconds: number,
    sort: 'thrust' | 'boost' | 'brake',
  ): void {
    const { dice, particles } = this;
    const look: Look = sort === 'boost' ? BOOST_LOOK : sort === 'brake' ? BRAKE_LOOK : FLAME_LOOK;
    const count = Math.min(
      14,
      Math.floor(elapsedSeconds * (sort === 'boost' ? 170 : 110) + dice.roll()),
    );
    const side = sort === 'brake' ? 1 : -1;
    for (let i = 0; i < count; i++) {
      const ago = ((i + dice.roll()) / count) * elapsedSeconds;
      const angle = heading + dice.lean() * 0.17;
      const speed = side * (170 + 130 * dice.roll() + (sort === 'boost' ? 110 : 0));
      const color = sort === 'boost' ? BOOST_FLAME : dice.roll() < 0.35 ? EMBER : FLAME;
      const born = seconds - ago;
      const [px, py] = [x - vx * ago, y - vy * ago];
      const [fx, fy] = [vx * 0.9 + Math.cos(angle) * speed, vy * 0.9 + Math.sin(angle) * speed];
      particles.add(px, py, fx, fy, born, look, color);
    }
  }

  /** One soft light that stands, or drifts with `part` of the spot's motion. */
  flash(at: Spot, part: number, look: Look, color: Color): void {
    this.particles.add(at.x, at.y, at.vx * part, at.vy * part, at.now, look, color);
  }

  /** The sparks keep `part` of the spot's motion. */
  spray(at: Spot, part: number, spray: Spray, color: Color): void {
    const { dice } = this;
    const { count, speed, look, towards = Number.NaN, spread = Math.PI } = spray;
    for (let i = 0; i < count; i++) {
      const angle = Number.isNaN(towards)
        ? dice.roll() * 2 * Math.PI
        : towards + dice.lean() * spread;
      const pace = speed * Math.sqrt(0.04 + 0.96 * dice.roll());
      const vx = at.vx * part + Math.cos(angle) * pace;
      const vy = at.vy * part + Math.sin(angle) * pace;
      this.particles.add(at.x, at.y, vx, vy, at.now, look, color);
    }
  }

  /** A ring that spreads to `reachUnits`, or closes in from there where that is below 0. */
  ring(at: Spot, reachUnits: number, seconds: number, color: Color): void {
    this.waves.add(at.x, at.y, at.now, reachUnits, seconds, color);
  }
}
