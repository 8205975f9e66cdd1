/** How long to wait before the next try to connect: at once, then 1, 2, 4, 5, 5 ... seconds. */
const MOST_MILLIS = 5000;

export class Backoff {
  private tries = 0;

  nextMillis(): number {
    const tries = this.tries++;
    return tries === 0 ? 0 : Math.min(MOST_MILLIS, 1000 * 2 ** Math.min(tries - 1, 10));
  }

  /** The connection stands: the next loss is tried at once again. */
  reset(): void {
    this.tries = 0;
  }
}
