/** Draws torpedoes with their trails, and the shards that wrecks leave. */
import type { Scene } from '../world/scene.ts';
import type { Dice } from './dice.ts';
import type { Lines, Stroke } from './lines.ts';
import { TRAIL_LOOK, TWINKLE_LOOK } from './looks.ts';
import { SHARD, seatColor, WHITE } from './palette.ts';
import type { Particles } from './particles.ts';

const TRAIL_PER_SECOND = 70;
/** The way each piece of its tail covers. */
const PIECE_SECONDS = 0.026;
const FADING_TICKS = 12;
const SHARD_CORNERS = 4;

export class Shots {
  private readonly lines: Lines;
  private readonly particles: Particles;
  private readonly dice: Dice;
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
    const color = seatColor(rows[i * fields.stride + fields.torpedo.owner]!);
    const [x, y, vx, vy] = [scene.x[i]!, scene.y[i]!, scene.vx[i]!, scene.vy[i]!];
    const speed = Math.max(1, Math.hypot(vx, vy));
    const [dx, dy] = [vx / speed, vy / speed];
    const glow = Math.min(1, life / FADING_TICKS) * scene.signal;
    this.stroke.color = color;
    this.stroke.glow = 0.85 * glow;
    this.lines.tail(x, y, vx * PIECE_SECONDS, vy * PIECE_SECONDS, this.stroke);
    this.lines.add(x - dx * 7, y - dy * 7, x + dx * 4, y + dy * 4, 2.5, color, 2.1 * glow);
    this.lines.add(x - dx * 3, y - dy * 3, x + dx * 4, y + dy * 4, 2.4, WHITE, 1.7 * glow);
    const count = Math.min(12, Math.floor(elapsedSeconds * TRAIL_PER_SECOND + this.dice.roll()));
    for (let n = 0; n < count; n++) {
      const ago = ((n + this.dice.roll()) / count) * elapsedSeconds;
      const [px, py] = [x - vx * ago - dx * 8, y - vy * ago - dy * 8];
      const [sx, sy] = [vx * 0.1 + this.dice.lean() * 14, vy * 0.1 + this.dice.lean() * 14];
      this.particles.add(px, py, sx, sy, seconds - ago, TRAIL_LOOK, color);
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
      this.particles.add(x + dx, y + dy, dx * 2, dy * 2, seconds, TWINKLE_LOOK, SHARD);
    }
  }
}
