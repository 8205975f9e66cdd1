/** Cheap, seeded chance for sparks: never for anything that decides. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 1;
  }

  /** 0 up to, not including, 1. */
  roll(): number {
    let s = this.state;
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    this.state = s;
    return (s >>> 0) / 4294967296;
  }

  /** -1 to 1, mostly near 0. */
  lean(): number {
    return this.roll() + this.roll() - 1;
  }
}
