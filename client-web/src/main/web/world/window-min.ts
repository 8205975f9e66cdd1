/** The smallest value seen in a sliding window of time, in a fixed number of buckets. */
export class WindowMin {
  private readonly bucketMillis: number;
  private readonly minima: Float64Array;
  private readonly stamps: Float64Array;

  constructor(spanMillis: number, buckets: number) {
    this.bucketMillis = spanMillis / buckets;
    this.minima = new Float64Array(buckets);
    this.stamps = new Float64Array(buckets).fill(Number.NEGATIVE_INFINITY);
  }

  add(value: number, nowMillis: number): void {
    const bucket = Math.floor(nowMillis / this.bucketMillis);
    const i = ((bucket % this.minima.length) + this.minima.length) % this.minima.length;
    if (this.stamps[i] !== bucket) {
      this.stamps[i] = bucket;
      this.minima[i] = value;
    } else if (value < this.minima[i]!) {
      this.minima[i] = value;
    }
  }

  /** Infinity when nothing was seen within the window. */
  at(nowMillis: number): number {
    const oldest = Math.floor(nowMillis / this.bucketMillis) - this.minima.length;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.minima.length; i++) {
      if (this.stamps[i]! > oldest && this.minima[i]! < least) least = this.minima[i]!;
    }
    return least;
  }

  clear(): void {
    this.stamps.fill(Number.NEGATIVE_INFINITY);
  }
}
