/**
 * How much the picture may cost. Chosen by ?q=low|medium|high, else found out: a machine that
 * cannot keep up steps down, and never up again, so that the picture does not swing.
 */
export type Quality = 'low' | 'medium' | 'high';

const SLOW_MILLIS = 26;
const PATIENCE_FRAMES = 75;

export class QualityChoice {
  private current: Quality;
  private readonly software: boolean;
  private fixed = false;
  private slowFrames = 0;
  private frames = 0;

  /**
   * `painter` is what the driver calls itself; a processor that paints gets the low level at once.
   */
  constructor(wanted: string | null, painter: string) {
    this.software = /swiftshader|llvmpipe|software/i.test(painter);
    this.current = this.software ? 'low' : 'high';
    this.choose(wanted);
  }

  /** True if the level changed; any other wish than a level leaves it to be found out. */
  choose(wanted: string | null): boolean {
    const before = this.current;
    const level = wanted === 'low' || wanted === 'medium' || wanted === 'high' ? wanted : null;
    if (level) this.current = level;
    else if (this.fixed) this.current = this.software ? 'low' : 'high';
    this.fixed = level !== null;
    return this.current !== before;
  }

  level(): Quality {
    return this.current;
  }

  /** True if the level fell. A pause, as of a hidden page, says nothing. */
  frame(elapsedMillis: number): boolean {
    if (this.fixed || this.current === 'low' || elapsedMillis > 250) return false;
    this.frames++;
    if (elapsedMillis > SLOW_MILLIS) this.slowFrames++;
    if (this.frames < PATIENCE_FRAMES) return false;
    const slow = this.slowFrames > this.frames / 2;
    this.frames = 0;
    this.slowFrames = 0;
    if (slow) this.current = this.current === 'high' ? 'medium' : 'low';
    return slow;
  }

  /** Pixels of the target per pixel of the page. */
  density(devicePixelRatio: number): number {
    const most: Readonly<Record<Quality, number>> = { low: 0.6, medium: 1.25, high: 2 };
    return Math.min(devicePixelRatio, most[this.current]);
  }
}
