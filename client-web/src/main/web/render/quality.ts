/**
 * How much the picture may cost: chosen by hand, else found out by how long pictures take. Owned by
 * the stage; a frame at a time comes in.
 *
 *   down ... most pictures of a window were slow: one level; very slow: to the lowest at once
 *   up ..... after a long calm, for a trial; one that fails makes the next calm twice as long
 */
export type Quality = (typeof LEVELS)[number];

const LEVELS = ['low', 'medium', 'high'] as const;
/** A display of 60 Hz that missed a picture now and then stays below it. */
const SLOW_MILLIS = 24;
const VERY_SLOW_MILLIS = 60;
const WINDOW_MILLIS = 1500;
const LEAST_FRAMES = 4;
const CALM_MILLIS = 20_000;
const MOST_CALM_MILLIS = 640_000;
/** A picture that was not slow, but missed its turn: more of them than this are no calm. */
const MOST_UNEASY = 0.05;
/** A rise that is taken back within this time has failed. */
const TRIAL_MILLIS = 10_000;
/** A pause, as of a hidden page, says nothing; so many in a row are no pauses but slow pictures. */
const PAUSE_MILLIS = 1000;
const MOST_PAUSES = 2;
/** Another level has to be built first, which takes time of its own. */
const SETTLE_MILLIS = 500;
const MOST_DENSITY: Readonly<Record<Quality, number>> = { low: 0.6, medium: 1.25, high: 2 };

export class QualityChoice {
  private readonly first: Quality;
  private current: Quality;
  private fixed = false;
  private settleMillis = SETTLE_MILLIS;
  private windowMillis = 0;
  private frames = 0;
  private slow = 0;
  private verySlow = 0;
  private pauses = 0;
  private calmMillis = 0;
  private neededMillis = CALM_MILLIS;
  private sinceRiseMillis = Number.POSITIVE_INFINITY;

  /** `painter` is what the driver calls itself: where a processor paints, low is begun with. */
  constructor(wanted: string | null, painter: string) {
    this.first = /swiftshader|llvmpipe|software/i.test(painter) ? 'low' : 'high';
    this.current = this.first;
    this.choose(wanted);
  }

  /** True if the level changed; any other wish than a level leaves it to be found out. */
  choose(wanted: string | null): boolean {
    const before = this.current;
    const level = LEVELS.find((each) => each === wanted);
    if (level) this.current = level;
    else if (this.fixed) this.current = this.first;
    this.fixed = level !== undefined;
    this.begin();
    return this.current !== before;
  }

  level(): Quality {
    return this.current;
  }

  /** A picture took so long from the one before; true if the level changed. */
  frame(elapsedMillis: number): boolean {
    this.pauses = elapsedMillis > PAUSE_MILLIS ? this.pauses + 1 : 0;
    if (this.fixed || (this.pauses > 0 && this.pauses <= MOST_PAUSES)) return false;
    this.sinceRiseMillis += elapsedMillis;
    if (this.settleMillis > 0) {
      this.settleMillis -= elapsedMillis;
      return false;
    }
    this.frames++;
    this.windowMillis += elapsedMillis;
    if (elapsedMillis > SLOW_MILLIS) this.slow++;
    if (elapsedMillis > VERY_SLOW_MILLIS) this.verySlow++;
    const full = this.windowMillis >= WINDOW_MILLIS && this.frames >= LEAST_FRAMES;
    return full && this.judge();
  }

  /** Pixels of the target per pixel of the page. */
  density(devicePixelRatio: number): number {
    return Math.min(devicePixelRatio, MOST_DENSITY[this.current]);
  }

  private judge(): boolean {
    const [slow, verySlow] = [this.slow / this.frames, this.verySlow / this.frames];
    this.calmMillis = slow <= MOST_UNEASY ? this.calmMillis + this.windowMillis : 0;
    this.empty();
    if (slow > 0.5) return this.fall(verySlow > 0.5);
    return this.calmMillis >= this.neededMillis && this.rise();
  }

  private fall(deep: boolean): boolean {
    if (this.current === 'low') return false;
    const failed = this.sinceRiseMillis < TRIAL_MILLIS;
    if (failed) this.neededMillis = Math.min(MOST_CALM_MILLIS, 2 * this.neededMillis);
    this.sinceRiseMillis = Number.POSITIVE_INFINITY;
    this.current = this.current === 'high' && !deep ? 'medium' : 'low';
    this.begin();
    return true;
  }

  private rise(): boolean {
    if (this.current === 'high') return false;
    this.current = this.current === 'low' ? 'medium' : 'high';
    this.begin();
    this.sinceRiseMillis = 0;
    return true;
  }

  /** Another level is judged by its own pictures. */
  private begin(): void {
    this.settleMillis = SETTLE_MILLIS;
    this.calmMillis = 0;
    this.empty();
  }

  private empty(): void {
    [this.frames, this.windowMillis, this.slow, this.verySlow] = [0, 0, 0, 0];
  }
}
