/** Flames, sparks and rings of shock: what all that flares up and fades is made of. */
import { Dice } from './dice.ts';
import { BOOST_LOOK, BRAKE_LOOK, FLAME_LOOK } from './looks.ts';
import { BOOST_FLAME, EMBER, FLAME } from './palette.ts';
import { type Color, type Look, newSpark, type Particles, type Spark } from './particles.ts';
import { Waves } from './waves.ts';

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

export type Fire = 'thrust' | 'boost' | 'brake';

/** Of each fire: its look, two colors, how many sparks, and how fast they are thrown. */
const FIRES = {
  thrust: { look: FLAME_LOOK, color: [FLAME, EMBER], perSecond: 110, push: -170 },
  boost: { look: BOOST_LOOK, color: [BOOST_FLAME, BOOST_FLAME], perSecond: 170, push: -260 },
  brake: { look: BRAKE_LOOK, color: [FLAME, EMBER], perSecond: 110, push: 170 },
} as const;
const MOST_FLAMES = 14;

export class Effects {
  readonly waves = new Waves();
  readonly dice = new Dice(4099);
  /** How hard the camera is shaken, 0..1; the stage lets it fade. */
  shake = 0;
  private readonly particles: Particles;
  private readonly spark = newSpark();

  constructor(particles: Particles) {
    this.particles = particles;
  }

  /**
   * Plumes of a ship, out of a nozzle at `at`, spread over the time since the last picture; the
   * fire is thrown along `heading`, or against it.
   */
  flame(at: Spark, heading: number, elapsedSeconds: number, sort: Fire): void {
    const { dice, particles, spark } = this;
    const { look, color, perSecond, push } = FIRES[sort];
    const count = Math.min(MOST_FLAMES, Math.floor(elapsedSeconds * perSecond + dice.roll()));
    for (let i = 0; i < count; i++) {
      const ago = ((i + dice.roll()) / count) * elapsedSeconds;
      const angle = heading + dice.lean() * 0.17;
      const speed = push * (1 + 0.76 * dice.roll());
      spark.x = at.x - at.vx * ago;
      spark.y = at.y - at.vy * ago;
      spark.vx = at.vx * 0.9 + Math.cos(angle) * speed;
      spark.vy = at.vy * 0.9 + Math.sin(angle) * speed;
      spark.born = at.born - ago;
      particles.add(spark, look, dice.roll() < 0.35 ? color[1] : color[0]);
    }
  }

  /** One soft light that stands, or drifts with `part` of the spot's motion. */
  flash(at: Spark, part: number, look: Look, color: Color): void {
    const { spark } = this;
    spark.x = at.x;
    spark.y = at.y;
    spark.vx = at.vx * part;
    spark.vy = at.vy * part;
    spark.born = at.born;
    this.particles.add(spark, look, color);
  }

  /** The sparks keep `part` of the spot's motion. */
  spray(at: Spark, part: number, spray: Spray, color: Color): void {
    const { dice, spark } = this;
    const { count, speed, look, towards = Number.NaN, spread = Math.PI } = spray;
    spark.x = at.x;
    spark.y = at.y;
    spark.born = at.born;
    for (let i = 0; i < count; i++) {
      const angle = Number.isNaN(towards)
        ? dice.roll() * 2 * Math.PI
        : towards + dice.lean() * spread;
      const pace = speed * Math.sqrt(0.04 + 0.96 * dice.roll());
      spark.vx = at.vx * part + Math.cos(angle) * pace;
      spark.vy = at.vy * part + Math.sin(angle) * pace;
      this.particles.add(spark, look, color);
    }
  }

  /** A ring that spreads to `reachUnits`, or closes in from there where that is below 0. */
  ring(at: Spark, reachUnits: number, seconds: number, color: Color): void {
    this.waves.add(at.x, at.y, at.born, reachUnits, seconds, color);
  }
}
