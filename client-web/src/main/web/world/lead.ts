/**
 * How many ticks ahead commands are stamped, so that they come in time where pictures are rare: as
 * many as pass until the next sample, judged by the slowest of the last few. Time comes in.
 */
const REMEMBERED = 8;
/** The room keeps 32 ticks; a few of them are the clock's own lead. */
const MOST_TICKS = 10;

export class Lead {
  private readonly gaps = new Float64Array(REMEMBERED);
  private readonly millisPerTick: number;
  private at = 0;
  private lastMillis = Number.NaN;

  constructor(ticksPerSecond: number) {
    this.millisPerTick = 1000 / ticksPerSecond;
  }

  /** One sample was taken; returns the ticks to stamp beyond the present one. */
  sample(nowMillis: number): number {
    const gap = nowMillis - this.lastMillis;
    this.lastMillis = nowMillis;
    if (!Number.isNaN(gap)) {
      this.at = (this.at + 1) % REMEMBERED;
      this.gaps[this.at] = gap;
    }
    const ticks = Math.round(typical(this.gaps) / this.millisPerTick) - 1;
    return Math.max(0, Math.min(MOST_TICKS, ticks));
  }
}

/** The second longest: one hitch alone says nothing about the next. */
function typical(gaps: Float64Array): number {
  let [longest, second] = [0, 0];
  for (const gap of gaps) {
    if (gap > longest) [longest, second] = [gap, longest];
    else if (gap > second) second = gap;
  }
  return second;
}
