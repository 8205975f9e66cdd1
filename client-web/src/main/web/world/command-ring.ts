/** The pilot's own last commands by tick, kept so that they can be flown again on each snapshot. */

/** More than are flown ahead of a snapshot and stamped ahead of that. */
const TICKS = 128;

export class CommandRing {
  private readonly packed = new Int32Array(TICKS);
  private readonly ticks = new Float64Array(TICKS).fill(-1);
  private newest = -1;

  put(tick: number, packed: number): void {
    this.packed[tick & (TICKS - 1)] = packed;
    this.ticks[tick & (TICKS - 1)] = tick;
    this.newest = Math.max(this.newest, tick);
  }

  /** The command for `tick`; for a tick that was never stamped, or is forgotten: neutral (0). */
  get(tick: number): number {
    const i = tick & (TICKS - 1);
    return this.ticks[i] === tick ? this.packed[i]! : 0;
  }

  newestTick(): number {
    return this.newest;
  }

  clear(): void {
    this.ticks.fill(-1);
    this.newest = -1;
  }
}
