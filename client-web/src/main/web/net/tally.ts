/** What the net graph shows, counted over the last second. Owned by the game; time comes in. */
const WINDOW_MILLIS = 1000;
const STALL_MILLIS = 150;

export interface Rates {
  readonly picturesPerSecond: number;
  readonly longestPictureMillis: number;
  readonly downKilobytes: number;
  readonly upKilobytes: number;
  readonly jitterMillis: number;
  readonly stalls: number;
}

export class Tally {
  private fromMillis = 0;
  private pictures = 0;
  private longest = 0;
  private down = 0;
  private up = 0;
  private lastFrameMillis = Number.NaN;
  private jitter = 0;
  private stalls = 0;
  private last: Rates = {
    picturesPerSecond: 0,
    longestPictureMillis: 0,
    downKilobytes: 0,
    upKilobytes: 0,
    jitterMillis: 0,
    stalls: 0,
  };

  bytes(down: number, up: number): void {
    this.down += down;
    this.up += up;
  }

  /** A snapshot came; frames are expected `frameMillis` apart. */
  snapshot(nowMillis: number, frameMillis: number): void {
    const gap = nowMillis - this.lastFrameMillis;
    this.lastFrameMillis = nowMillis;
    if (Number.isNaN(gap)) return;
    this.jitter += (Math.abs(gap - frameMillis) - this.jitter) / 16;
    if (gap > STALL_MILLIS) this.stalls++;
  }

  /** A picture was drawn; the rates of the last whole second. */
  picture(nowMillis: number, elapsedMillis: number): Rates {
    this.pictures++;
    this.longest = Math.max(this.longest, elapsedMillis);
    const span = nowMillis - this.fromMillis;
    if (span < WINDOW_MILLIS) return this.last;
    const perSecond = 1000 / span;
    this.last = {
      picturesPerSecond: this.pictures * perSecond,
      longestPictureMillis: this.longest,
      downKilobytes: (this.down / 1024) * perSecond,
      upKilobytes: (this.up / 1024) * perSecond,
      jitterMillis: this.jitter,
      stalls: this.stalls,
    };
    this.fromMillis = nowMillis;
    [this.pictures, this.longest, this.down, this.up] = [0, 0, 0, 0];
    return this.last;
  }
}
