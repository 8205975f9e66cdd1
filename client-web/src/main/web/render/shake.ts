/** The trembling of the camera after a blow; never for who asked for calm. Owned by the stage. */
const MOST_UNITS = 9;
const TAU_SECONDS = 0.22;

export class Shake {
  /** No shaking at all. */
  calm = false;
  /** How far the picture is off, units. */
  x = 0;
  y = 0;
  private force = 0;

  /** A blow of 0..1; the harder one counts. */
  jolt(force: number): void {
    this.force = Math.max(this.force, Math.min(1, force));
  }

  advance(seconds: number, elapsedSeconds: number): void {
    const amount = this.calm ? 0 : this.force * this.force * MOST_UNITS;
    this.x = amount * Math.sin(seconds * 71);
    this.y = amount * Math.sin(seconds * 83 + 2);
    this.force *= Math.exp(-elapsedSeconds / TAU_SECONDS);
  }
}
