/**
 * How much the picture may cost. Chosen by ?q=low|medium|high, else found out: a machine that
 * cannot keep up steps down, and never up again, so that the picture does not swing.
 */
export type Quality = 'low' | 'medium' | 'high';

const SLOW_MILLIS = 26;
const PATIENCE_FRAMES = 75;

export class QualityChoice {
  private current: Quality;
  private readonly fixed: boolean;
  private slowFrames = 0;
  private frames = 0;

  /**
   * `painter` is what the driver calls itself; a processor that paints gets the low level at once.
   */
  constructor(wanted: string | null, painter: string) {
    this.fixed = wanted === 'low' || wanted === 'medium' || wanted === 'high';
    const software = /swiftshader|llvmpipe|software/i.test(painter);
    if (wanted === 'low' || wanted === 'medium' || wanted === 'high') this.current = wanted;
    else this.current = software ? 'low' : 'high';
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
