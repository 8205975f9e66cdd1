/** What flares up and fades: bursts of ships, pops of torpedoes, flames, and rings of shock. */
import type { Scene } from '../world/scene.ts';
import { Dice } from './dice.ts';
import type { Lines } from './lines.ts';
import {
  BOOST_LOOK,
  BRAKE_LOOK,
  DEBRIS_LOOK,
  FIREBALL_LOOK,
  FLAME_LOOK,
  FLASH_LOOK,
  POP_LOOK,
  SPARK_LOOK,
} from './looks.ts';
import { BOOST_FLAME, EMBER, FLAME, seatColor, WHITE } from './palette.ts';
import type { Color, Look, Particles } from './particles.ts';
import { Waves } from './waves.ts';

const SHAKE_REACH_UNITS = 900;

export class Effects {
  readonly waves = new Waves();
  readonly dice = new Dice(4099);
  /** How hard the camera is shaken, 0..1; the stage lets it fade. */
  shake = 0;
  private readonly particles: Particles;

  constructor(particles: Particles) {
    this.particles = particles;
  }

  /** Everything that ended since the last picture; (x, y) is where the camera looks. */
  takeEndings(scene: Scene, x: number, y: number, seconds: number): void {
    const { endings, fields } = scene;
    for (let i = 0; i < endings.count(); i++) {
      const color = seatColor(endings.seat[i]!);
      const [ex, ey] = [endings.x[i]!, endings.y[i]!];
      const [vx, vy] = [endings.vx[i]!, endings.vy[i]!];
      if (endings.type[i] === fields.shipType) {
        this.burst(ex, ey, vx, vy, seconds, color);
        this.shake = Math.max(this.shake, 1 - Math.hypot(ex - x, ey - y) / SHAKE_REACH_UNITS);
      } else if (endings.type[i] === fields.torpedoType) {
        this.pop(ex, ey, vx, vy, seconds, color);
      }
    }
    endings.clear();
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
    const count = Math.min(8, Math.ceil(elapsedSeconds * (sort === 'boost' ? 150 : 95)));
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

  draw(lines: Lines, seconds: number): void {
    this.waves.draw(lines, seconds);
  }

  private burst(x: number, y: number, vx: number, vy: number, now: number, color: Color): void {
    const { particles } = this;
    particles.add(x, y, 0, 0, now, FLASH_LOOK, WHITE);
    particles.add(x, y, vx * 0.3, vy * 0.3, now, FLASH_LOOK, color);
    this.spray(14, x, y, vx * 0.5, vy * 0.5, 150, now, FIREBALL_LOOK, EMBER);
    this.spray(10, x, y, vx * 0.5, vy * 0.5, 190, now, FIREBALL_LOOK, color);
    this.spray(46, x, y, vx * 0.6, vy * 0.6, 560, now, DEBRIS_LOOK, color);
    this.spray(26, x, y, vx * 0.6, vy * 0.6, 420, now, DEBRIS_LOOK, FLAME);
    this.waves.add(x, y, now, 230, 0.75, color);
    this.waves.add(x, y, now, 120, 0.45, WHITE);
  }

  private pop(x: number, y: number, vx: number, vy: number, now: number, color: Color): void {
    this.particles.add(x, y, 0, 0, now, POP_LOOK, color);
    this.spray(9, x, y, vx * 0.15, vy * 0.15, 240, now, SPARK_LOOK, color);
    this.waves.add(x, y, now, 26, 0.28, color);
  }

  private spray(
    count: number,
    x: number,
    y: number,
    vx: number,
    vy: number,
    speed: number,
    now: number,
    look: Look,
    color: Color,
  ): void {
    for (let i = 0; i < count; i++) {
      const angle = this.dice.roll() * 2 * Math.PI;
      const pace = speed * Math.sqrt(0.04 + 0.96 * this.dice.roll());
      const [dx, dy] = [Math.cos(angle) * pace, Math.sin(angle) * pace];
      this.particles.add(x, y, vx + dx, vy + dy, now, look, color);
    }
  }
}
