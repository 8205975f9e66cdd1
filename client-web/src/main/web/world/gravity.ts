/** Which way and how hard everything falls at a place: asked of the shared rules of movement. */
import type { Shared } from '../facade.ts';
import { type Fields, UNIT } from './fields.ts';

const LONG_LIFE_TICKS = 100;

export class Gravity {
  /** Units per second squared. */
  x = 0;
  y = 0;
  private readonly shared: Shared;
  private readonly fields: Fields;
  private readonly ticksPerSecond: number;
  private readonly row: Int32Array;

  constructor(shared: Shared, fields: Fields, ticksPerSecond: number) {
    this.shared = shared;
    this.fields = fields;
    this.ticksPerSecond = ticksPerSecond;
    this.row = new Int32Array(fields.stride);
  }

  /** Lets a torpedo that stands still fall for a tick. */
  at(x: number, y: number, tick: number): void {
    const { torpedo, torpedoType } = this.fields;
    this.row.fill(0);
    this.row[torpedo.life] = LONG_LIFE_TICKS;
    this.row[torpedo.x] = x * UNIT;
    this.row[torpedo.y] = y * UNIT;
    this.shared.drift(torpedoType, this.row, 0, Math.floor(tick), 1);
    const scale = this.ticksPerSecond ** 2 / UNIT;
    this.x = this.row[torpedo.vx]! * scale;
    this.y = this.row[torpedo.vy]! * scale;
  }
}
