/**
 * Draws ships: hull strokes in the seat's hue, flames, shield, and what tells of damage and intent.
 */
import { ARMING, BOOST, BRAKE, FULL_HULL, SHIELD, THRUST } from '../world/fields.ts';
import type { Scene } from '../world/scene.ts';
import type { Effects, Fire } from './effects.ts';
import type { Lines, Pose, Stroke } from './lines.ts';
import { CHARGE_LOOK, SMOKE_LOOK } from './looks.ts';
import { BOOST_FLAME, EMBER, FLAME, seatColor, sideOf, WHITE } from './palette.ts';
import { type Color, newSpark, type Particles } from './particles.ts';
import { type Silhouette, silhouetteOf } from './silhouettes.ts';

const SHIELD_UNITS = 31;
const WORN_HULL = 40;
const BODY = [-8, 0, 9, 0];
const PLUME = [0, 0, 1, 0];
const PLUME_HEART = [0, 0, 0.45, 0];
const PLUME_UNITS = { thrust: 22, boost: 38, brake: 12 } as const;

export class Ships {
  private readonly lines: Lines;
  private readonly particles: Particles;
  private readonly effects: Effects;
  private readonly pose: Pose = { x: 0.5, y: 0.5, cos: 0.5, sin: 0.5 };
  private readonly spark = newSpark();
  private readonly stroke: Stroke = { width: 1, color: WHITE, glow: 1 };

  constructor(lines: Lines, particles: Particles, effects: Effects) {
    this.lines = lines;
    this.particles = particles;
    this.effects = effects;
  }

  draw(scene: Scene, i: number, seconds: number, elapsedSeconds: number): void {
    const { fields, rows } = scene;
    const at = i * fields.stride;
    const seat = rows[at + fields.ship.seat]!;
    const hull = rows[at + fields.ship.hull]!;
    if (hull <= 0) return;
    const flags = rows[at + fields.ship.flags]!;
    const color = seatColor(seat);
    const shape = silhouetteOf(seat, sideOf(seat));
    const own = i === scene.self;
    const flicker = hull < WORN_HULL && this.effects.dice.roll() < 0.12 ? 0.45 : 1;
    this.hull(scene, i, shape, color, (own ? 1.35 : 1.05) * flicker * (0.25 + 0.75 * scene.signal));
    this.flames(scene, i, shape, rows[at + fields.ship.drive]!, seconds, elapsedSeconds);
    if ((flags & SHIELD) !== 0) this.shield(scene.x[i]!, scene.y[i]!, seconds, color);
    if ((flags & ARMING) !== 0) this.charge(scene, i, shape, seconds, color);
    if (hull < WORN_HULL && this.effects.dice.roll() < (WORN_HULL - hull) * elapsedSeconds * 1.6) {
      this.smoke(scene, i, seconds);
    }
    if (own) this.sight(scene, i, shape, hull / FULL_HULL, color);
  }

  private hull(scene: Scene, i: number, shape: Silhouette, color: Color, glow: number): void {
    const { pose, stroke, lines } = this;
    pose.x = scene.x[i]!;
    pose.y = scene.y[i]!;
    pose.cos = Math.cos(scene.heading[i]!);
    pose.sin = Math.sin(scene.heading[i]!);
    stroke.color = color;
    stroke.width = 1.7;
    stroke.glow = glow;
    lines.path(shape.outline, true, pose, stroke);
    stroke.width = 1.1;
    stroke.glow = glow * 0.4;
    for (const detail of shape.details) lines.path(detail, false, pose, stroke);
    // A soft body under the strokes, so that a ship reads as a thing and not as a frame.
    stroke.width = 8;
    stroke.glow = glow * 0.1;
    lines.path(BODY, false, pose, stroke);
  }

  private flames(
    scene: Scene,
    i: number,
    shape: Silhouette,
    drive: number,
    seconds: number,
    elapsedSeconds: number,
  ): void {
    if (drive !== THRUST && drive !== BOOST && drive !== BRAKE) return;
    const sort = drive === BOOST ? 'boost' : drive === BRAKE ? 'brake' : 'thrust';
    const heading = scene.heading[i]!;
    const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
    const { spark } = this;
    this.begin(scene, i, seconds);
    for (const nozzle of shape.nozzles) {
      const fore = sort === 'brake' ? shape.nose * 0.6 : nozzle[0];
      spark.x = scene.x[i]! + fore * cos - nozzle[1] * sin;
      spark.y = scene.y[i]! + fore * sin + nozzle[1] * cos;
      this.plume(heading, sort);
      this.effects.flame(spark, heading, elapsedSeconds, sort);
    }
  }

  /** A spark that moves as ship i does. */
  private begin(scene: Scene, i: number, seconds: number): void {
    const { spark } = this;
    spark.x = scene.x[i]!;
    spark.y = scene.y[i]!;
    spark.vx = scene.vx[i]!;
    spark.vy = scene.vy[i]!;
    spark.born = seconds;
  }

  /** The steady heart of a flame; the sparks around it come and go. */
  private plume(heading: number, sort: Fire): void {
    const { pose, stroke, spark, lines } = this;
    const way = sort === 'brake' ? heading : heading + Math.PI;
    const long = PLUME_UNITS[sort] * (0.7 + 0.6 * this.effects.dice.roll());
    pose.x = spark.x;
    pose.y = spark.y;
    pose.cos = Math.cos(way) * long;
    pose.sin = Math.sin(way) * long;
    stroke.color = sort === 'boost' ? BOOST_FLAME : FLAME;
    stroke.width = 1.7;
    stroke.glow = 0.9;
    lines.path(PLUME, false, pose, stroke);
    stroke.width = 3;
    stroke.glow = 0.8;
    lines.path(PLUME_HEART, false, pose, stroke);
  }

  private shield(x: number, y: number, seconds: number, color: Color): void {
    const breath = 0.3 + 0.09 * Math.sin(seconds * 9);
    this.lines.ring(x, y, SHIELD_UNITS, { width: 1.6, color, glow: breath });
    this.lines.ring(x, y, SHIELD_UNITS - 4, { width: 0.9, color: WHITE, glow: breath * 0.28 });
  }

  /** The glow at the tube before a torpedo leaves. */
  private charge(scene: Scene, i: number, shape: Silhouette, seconds: number, color: Color): void {
    const { spark } = this;
    this.begin(scene, i, seconds);
    spark.x += Math.cos(scene.heading[i]!) * shape.nose;
    spark.y += Math.sin(scene.heading[i]!) * shape.nose;
    this.particles.add(spark, CHARGE_LOOK, WHITE);
    this.particles.add(spark, CHARGE_LOOK, color);
  }

  private smoke(scene: Scene, i: number, seconds: number): void {
    const { spark } = this;
    const { dice } = this.effects;
    const [dx, dy] = [dice.lean() * 40, dice.lean() * 40];
    this.begin(scene, i, seconds);
    spark.x += dx * 0.2;
    spark.y += dy * 0.2;
    spark.vx = spark.vx * 0.4 + dx;
    spark.vy = spark.vy * 0.4 + dy;
    this.particles.add(spark, SMOKE_LOOK, EMBER);
  }

  /** Own ship only: a fine line of sight, and an arc that shows the hull that is left. */
  private sight(scene: Scene, i: number, shape: Silhouette, hull: number, color: Color): void {
    const heading = scene.heading[i]!;
    const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
    const [x, y] = [scene.x[i]!, scene.y[i]!];
    for (let d = 0; d < 5; d++) {
      const from = shape.nose + 26 + d * 34;
      const glow = 0.2 * (1 - d / 5);
      this.lines.add(
        x + cos * from,
        y + sin * from,
        x + cos * (from + 10),
        y + sin * (from + 10),
        0.9,
        color,
        glow,
      );
    }
    const half = hull * 0.7;
    const back = heading + Math.PI;
    for (let s = 0; s < 12; s++) {
      const [a, b] = [back - half + (half * s) / 6, back - half + (half * (s + 1)) / 6];
      const radius = 44;
      this.lines.add(
        x + Math.cos(a) * radius,
        y + Math.sin(a) * radius,
        x + Math.cos(b) * radius,
        y + Math.sin(b) * radius,
        -1.1,
        hull < 0.35 ? EMBER : color,
        0.42,
      );
    }
  }
}
