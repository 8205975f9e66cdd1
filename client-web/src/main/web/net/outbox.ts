/**
 * Commands on their way out: bundles of one frame's ticks, several bundles at once after a stall. A
 * bundle begins on a frame's tick, so the slack a frame reports is that of its most urgent command.
 * At its bound the oldest commands are dropped: the room no longer takes them anyway.
 */
const MOST = 24;
/** As many as a message takes, in whole bundles of two. */
const MOST_A_MESSAGE = 6;

export type SendCommands = (firstTick: number, packed: Int32Array, count: number) => void;

export class Outbox {
  private readonly packed = new Int32Array(MOST);
  private readonly ticksPerFrame: number;
  private first = 0;
  private count = 0;

  constructor(ticksPerFrame: number) {
    this.ticksPerFrame = ticksPerFrame;
  }

  add(tick: number, packed: number): void {
    if (tick !== this.first + this.count) this.clear();
    if (this.count === 0) this.first = tick;
    if (this.count === MOST) this.drop(this.ticksPerFrame);
    this.packed[this.count++] = packed;
  }

  /** Sends the complete bundles that are waiting. */
  flush(send: SendCommands): void {
    const ready = this.count - ((this.first + this.count) % this.ticksPerFrame);
    for (let left = ready; left > 0; ) {
      const count = Math.min(left, MOST_A_MESSAGE);
      send(this.first, this.packed, count);
      this.drop(count);
      left -= count;
    }
  }

  clear(): void {
    this.count = 0;
  }

  private drop(many: number): void {
    this.packed.copyWithin(0, many, this.count);
    this.first += many;
    this.count -= many;
  }
}
