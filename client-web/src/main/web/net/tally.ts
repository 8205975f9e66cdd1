/** What the net graph shows, counted over the last second. Owned by the game; time comes in. */
const WINDOW_MILLIS = 1000;
const STALL_MILLIS = 150;

/** What travels: the world's snapshots, other words, own commands, and what keeps the line. */
export const TRAFFIC = ['world', 'words', 'commands', 'upkeep'] as const;
export type Traffic = (typeof TRAFFIC)[number];

export interface Rates {
  readonly picturesPerSecond: number;
  readonly longestPictureMillis: number;
  /** Of the page's own work on a picture, the painting by the card left out. */
  readonly workMillis: number;
  readonly downKilobytes: number;
  readonly upKilobytes: number;
  readonly kilobytes: Readonly<Record<Traffic, number>>;
  readonly jitterMillis: number;
  readonly stalls: number;
}

const NOTHING: Readonly<Record<Traffic, number>> = { world: 0, words: 0, commands: 0, upkeep: 0 };

export class Tally {
  private fromMillis = 0;
  private pictures = 0;
  private longest = 0;
  private work = 0;
  private down = 0;
  private up = 0;
  private bytesOf: Record<Traffic, number> = { ...NOTHING };
  private lastFrameMillis = Number.NaN;
  private jitter = 0;
  private stalls = 0;
  private last: Rates = {
    picturesPerSecond: 0,
    longestPictureMillis: 0,
    workMillis: 0,
    downKilobytes: 0,
    upKilobytes: 0,
    kilobytes: NOTHING,
    jitterMillis: 0,
    stalls: 0,
  };

  heard(traffic: Traffic, bytes: number): void {
    this.down += bytes;
    this.bytesOf[traffic] += bytes;
  }

  said(traffic: Traffic, bytes: number): void {
    this.up += bytes;
    this.bytesOf[traffic] += bytes;
  }

  /** A snapshot came; frames are expected `frameMillis` apart. */
  snapshot(nowMillis: number, frameMillis: number): void {
    const gap = nowMillis - this.lastFrameMillis;
    this.lastFrameMillis = nowMillis;
    if (Number.isNaN(gap)) return;
    this.jitter += (Math.abs(gap - frameMillis) - this.jitter) / 16;
    if (gap > STALL_MILLIS) this.stalls++;
  }

  /** How long the newest snapshot has been here; NaN before the first. */
  ageMillis(nowMillis: number): number {
    return nowMillis - this.lastFrameMillis;
  }

  /** A picture was drawn with so much work; the rates of the last whole second. */
  picture(nowMillis: number, elapsedMillis: number, workMillis: number): Rates {
    this.pictures++;
    this.work += workMillis;
    this.longest = Math.max(this.longest, elapsedMillis);
    const span = nowMillis - this.fromMillis;
    if (span < WINDOW_MILLIS) return this.last;
    const kilobytes = (bytes: number) => ((bytes / 1024) * 1000) / span;
    const { world, words, commands, upkeep } = this.bytesOf;
    this.last = {
      picturesPerSecond: (this.pictures * 1000) / span,
      longestPictureMillis: this.longest,
      workMillis: this.work / this.pictures,
      downKilobytes: kilobytes(this.down),
      upKilobytes: kilobytes(this.up),
      kilobytes: {
        world: kilobytes(world),
        words: kilobytes(words),
        commands: kilobytes(commands),
        upkeep: kilobytes(upkeep),
      },
      jitterMillis: this.jitter,
      stalls: this.stalls,
    };
    this.fromMillis = nowMillis;
    [this.pictures, this.longest, this.work, this.down, this.up] = [0, 0, 0, 0, 0];
    this.bytesOf = { ...NOTHING };
    return this.last;
  }
}
