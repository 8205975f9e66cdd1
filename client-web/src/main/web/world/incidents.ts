/**
 * What happened since the picture was last drawn, and where it is to be seen and heard. At its
 * bound the oldest are overwritten: nobody misses a flash among so many.
 */
export type Incident =
  /** A ship's hull gave way; in a star it burns; or its pilot left and it fades. */
  | 'burst'
  | 'burnt'
  | 'left'
  /** A torpedo came to its end before its time; or left a tube `size` seconds ago. */
  | 'spent'
  | 'launched'
  /** A torpedo cost a hull `size`; or only rang its shield; ships met; a ship met a world. */
  | 'hit'
  | 'shielded'
  | 'ram'
  | 'crash'
  /** Through hyperspace: gone here, come there. */
  | 'vanished'
  | 'arrived'
  /** A shard was picked up. */
  | 'taken';

const PLACES = 128;

export class Incidents {
  readonly sort: Incident[] = new Array<Incident>(PLACES).fill('spent');
  /** Whose colour it has. */
  readonly seat = new Int32Array(PLACES);
  readonly x = new Float64Array(PLACES);
  readonly y = new Float64Array(PLACES);
  readonly vx = new Float64Array(PLACES);
  readonly vy = new Float64Array(PLACES);
  readonly size = new Float64Array(PLACES);
  private written = 0;

  /** At (x, y) units; `motion` and `size` are told for the one just added. */
  add(sort: Incident, seat: number, x: number, y: number): this {
    const i = this.written++ % PLACES;
    this.sort[i] = sort;
    this.seat[i] = seat;
    this.x[i] = x;
    this.y[i] = y;
    this.vx[i] = 0;
    this.vy[i] = 0;
    this.size[i] = 0;
    return this;
  }

  /** Units per second. */
  moving(vx: number, vy: number): this {
    const i = (this.written + PLACES - 1) % PLACES;
    this.vx[i] = vx;
    this.vy[i] = vy;
    return this;
  }

  of(size: number): this {
    this.size[(this.written + PLACES - 1) % PLACES] = size;
    return this;
  }

  count(): number {
    return Math.min(this.written, PLACES);
  }

  clear(): void {
    this.written = 0;
  }
}
