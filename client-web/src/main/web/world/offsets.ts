/**
 * How far each entity is drawn from where it is simulated. A correction moves the simulation at
 * once and the drawing softly: what it jumped is kept here and fades. Never read by the simulation.
 */
const SMALL_TAU_MILLIS = 100;
const LARGE_TAU_MILLIS = 50;
const HEADING_TAU_MILLIS = 80;
const SMALL_UNITS = 8;
const SNAP_UNITS = 96;
/** A glide adds at most this to what is drawn: three tenths of the fastest a ship flies. */
const GLIDE_UNITS_PER_SECOND = 270;
const SNAP_RADIANS = Math.PI / 2;

export class Offsets {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly heading: Float64Array;

  constructor(capacity: number) {
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
    this.heading = new Float64Array(capacity);
  }

  /** Keeps an error of a known entity, or drops it where gliding would look worse than jumping. */
  keep(place: number, x: number, y: number, heading: number): void {
    const far = Math.hypot(x, y) > SNAP_UNITS;
    this.x[place] = far ? 0 : x;
    this.y[place] = far ? 0 : y;
    this.heading[place] = far || Math.abs(heading) > SNAP_RADIANS ? 0 : heading;
  }

  /** Starts an entity away from its place, however far. */
  start(place: number, x: number, y: number): void {
    this.x[place] = x;
    this.y[place] = y;
    this.heading[place] = 0;
  }

  fade(count: number, elapsedMillis: number): void {
    const small = Math.exp(-elapsedMillis / SMALL_TAU_MILLIS);
    const large = Math.exp(-elapsedMillis / LARGE_TAU_MILLIS);
    const most = (GLIDE_UNITS_PER_SECOND * elapsedMillis) / 1000;
    const turn = Math.exp(-elapsedMillis / HEADING_TAU_MILLIS);
    for (let i = 0; i < count; i++) {
      const x = this.x[i]!;
      const y = this.y[i]!;
      const far = Math.sqrt(x * x + y * y);
      const least = far > most ? 1 - most / far : 0;
      const factor = Math.max(least, far < SMALL_UNITS ? small : large);
      this.x[i] = x * factor;
      this.y[i] = y * factor;
      this.heading[i] = this.heading[i]! * turn;
    }
  }
}
