/**
 * Rings of light that spread and fade, a fixed number of them: at the bound the oldest gives way.
 */
import type { Lines } from './lines.ts';
import { WHITE } from './palette.ts';
import type { Color } from './particles.ts';

const PLACES = 32;
/** A ring that reaches further than this draws air behind it. */
const BROAD_UNITS = 100;

export class Waves {
  private readonly x = new Float64Array(PLACES);
  private readonly y = new Float64Array(PLACES);
  private readonly born = new Float64Array(PLACES).fill(-1e6);
  private readonly reach = new Float64Array(PLACES);
  private readonly life = new Float64Array(PLACES).fill(1);
  private readonly colors: Color[] = Array.from({ length: PLACES }, () => WHITE);
  private next = 0;

  /** A reach below 0: the ring comes from there and closes. */
  add(x: number, y: number, now: number, reachUnits: number, seconds: number, color: Color): void {
    const i = this.next;
    this.next = (i + 1) % PLACES;
    this.x[i] = x;
    this.y[i] = y;
    this.born[i] = now;
    this.reach[i] = reachUnits;
    this.life[i] = seconds;
    this.colors[i] = color;
  }

  draw(lines: Lines, now: number): void {
    for (let i = 0; i < PLACES; i++) {
      const t = (now - this.born[i]!) / this.life[i]!;
      if (t < 0 || t > 1) continue;
      const fade = (1 - t) * (1 - t);
      const reach = this.reach[i]!;
      const radius = reach < 0 ? -reach * (1 - t) ** 2 : reach * (1 - (1 - t) ** 3);
      const [x, y, color] = [this.x[i]!, this.y[i]!, this.colors[i]!];
      lines.ring(x, y, radius, { width: 1 + 4 * fade, color, glow: 1.3 * fade });
      if (Math.abs(reach) > BROAD_UNITS) {
        lines.ring(x, y, radius * 0.93, { width: 3 + 9 * fade, color, glow: 0.22 * fade });
      }
    }
  }
}
