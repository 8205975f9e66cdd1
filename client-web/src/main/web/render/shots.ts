/** Draws torpedoes with their trails, and the shards that wrecks leave. */
import type { Scene } from '../world/scene.ts';
import type { Dice } from './dice.ts';
import type { Lines, Pose, Stroke } from './lines.ts';
import { TRAIL_LOOK, TWINKLE_LOOK } from './looks.ts';
import { SHARD, seatColor, WHITE } from './palette.ts';
import { type Color, newSpark, type Particles } from './particles.ts';

const TRAIL_PER_SECOND = 70;
/** The way each piece of its tail covers. */
const PIECE_SECONDS = 0.026;
const FADING_TICKS = 12;
const SHARD_CORNERS = 4;
const HEAD = [-7, 0, 4, 0];
const HEART = [-3, 0, 4, 0];

export class Shots {
  private readonly lines: Lines;
  private readonly particles: Particles;
  private readonly dice: Dice;
  private readonly pose: Pose = { x: 0.5, y: 0.5, cos: 0.5, sin: 0.5 };
  private readonly spark = newSpark();
  private readonly stroke: Stroke = { width: 2.1, color: WHITE, glow: 1 };

  constructor(lines: Lines, particles: Particles, dice: Dice) {
    this.lines = lines;
    this.particles = particles;
    this.dice = dice;
  }

  torpedo(scene: Scene, i: number, seconds: number, elapsedSeconds: number): void {
    const { fields, rows } = scene;
    const life = rows[i * fields.stride + fields.torpedo.life]!;
    if (life <= 0) return;
    const { pose, stroke } = this;
    const color = seatColor(rows[i * fields.stride + fields.torpedo.owner]!);
    const vx = scene.vx[i]!;
    const vy = scene.vy[i]!;
    const speed = Math.max(1, Math.hypot(vx, vy));
    const glow = Math.min(1, life / FADING_TICKS) * scene.signal;
    pose.x = scene.x[i]!;
    pose.y = scene.y[i]!;
    pose.cos = vx * PIECE_SECONDS;
    pose.sin = vy * PIECE_SECONDS;
    set(stroke, 2.1, 0.85 * glow, color);
    this.lines.tail(pose, stroke);
    pose.cos = vx / speed;
    pose.sin = vy / speed;
    this.lines.path(HEAD, false, pose, set(stroke, 2.5, 2.1 * glow, color));
    this.lines.path(HEART, false, pose, set(stroke, 2.4, 1.7 * glow, WHITE));
    this.trail(pose, vx, vy, seconds, elapsedSeconds, color);
  }

  private trail(
    { x, y, cos, sin }: Pose,
    vx: number,
    vy: number,
    seconds: number,
    elapsedSeconds: number,
    color: Color,
  ): void {
    const { dice, spark } = this;
    const count = Math.min(12, Math.floor(elapsedSeconds * TRAIL_PER_SECOND + dice.roll()));
    for (let n = 0; n < count; n++) {
      const ago = ((n + dice.roll()) / count) * elapsedSeconds;
      spark.x = x - vx * ago - cos * 8;
      spark.y = y - vy * ago - sin * 8;
      spark.vx = vx * 0.1 + dice.lean() * 14;
      spark.vy = vy * 0.1 + dice.lean() * 14;
      spark.born = seconds - ago;
      this.particles.add(spark, TRAIL_LOOK, color);
    }
  }

  shard(scene: Scene, i: number, seconds: number, elapsedSeconds: number): void {
    const { fields, rows } = scene;
    const life = rows[i * fields.stride + fields.shard.life]!;
    if (life <= 0) return;
    const [x, y] = [scene.x[i]!, scene.y[i]!];
    const spin = seconds * (1.4 + (scene.keys[i]! % 5) * 0.35) + scene.keys[i]!;
    const glow = 0.95 * Math.min(1, life / 90) * (0.8 + 0.2 * Math.sin(seconds * 6 + spin));
    const size = 6 + Math.min(4, rows[i * fields.stride + fields.shard.worth]! / 10);
    for (let c = 0; c < SHARD_CORNERS; c++) {
      const [ra, rb] = c % 2 === 0 ? [size * 1.5, size * 0.7] : [size * 0.7, size * 1.5];
      const [a, b] = [spin + (c * Math.PI) / 2, spin + ((c + 1) * Math.PI) / 2];
      const [x0, y0] = [x + Math.cos(a) * ra, y + Math.sin(a) * ra];
      this.lines.add(x0, y0, x + Math.cos(b) * rb, y + Math.sin(b) * rb, 1.3, SHARD, glow);
    }
    if (this.dice.roll() < elapsedSeconds * 5) {
      const [dx, dy] = [this.dice.lean() * 12, this.dice.lean() * 12];
      const { spark } = this;
      [spark.x, spark.y, spark.vx, spark.vy] = [x + dx, y + dy, dx * 2, dy * 2];
      spark.born = seconds;
      this.particles.add(spark, TWINKLE_LOOK, SHARD);
    }
  }
}

function set(stroke: Stroke, width: number, glow: number, color: Color): Stroke {
  stroke.width = width;
  stroke.glow = glow;
  stroke.color = color;
  return stroke;
}
