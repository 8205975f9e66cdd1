/**
 * Entities that came to their end since the picture was last drawn, for explosions and sparks.
 * At its bound the oldest are overwritten: nobody misses a flash among sixty-four.
 */
const PLACES = 64;

export class Endings {
  readonly type = new Int32Array(PLACES);
  readonly seat = new Int32Array(PLACES);
  readonly x = new Float64Array(PLACES);
  readonly y = new Float64Array(PLACES);
  readonly vx = new Float64Array(PLACES);
  readonly vy = new Float64Array(PLACES);
  private written = 0;

  /** Units and units per second. */
  add(type: number, seat: number, x: number, y: number, vx: number, vy: number): void {
    const i = this.written++ % PLACES;
    this.type[i] = type;
    this.seat[i] = seat;
    this.x[i] = x;
    this.y[i] = y;
    this.vx[i] = vx;
    this.vy[i] = vy;
  }

  count(): number {
    return Math.min(this.written, PLACES);
  }

  clear(): void {
    this.written = 0;
  }
}
