/** Makes one tick's command of what the pilot holds, wherever. Owned by the frame loop. */
import type { Shared } from '../facade.ts';
import { CONTROLS, type Control } from '../settings/bindings.ts';
import type { Hand, Source } from './source.ts';

const STRAIGHT = 0;
const LEFT = 1;
const RIGHT = 2;
const TOWARDS_AIM = 3;

export class Pilot {
  private readonly shared: Shared;
  private readonly sources: readonly Source[];
  private readonly used = new Set<Control>();
  private lastHand: Hand;

  /** `hand`: what is likely until something was used. */
  constructor(shared: Shared, sources: readonly Source[], hand: Hand = 'keys') {
    this.shared = shared;
    this.lastHand = hand;
    this.sources = sources;
  }

  /** The command as things stand; own ship is drawn at (x, y) of the page. */
  command(x: number, y: number): number {
    this.note();
    const [left, right] = [this.holds('left'), this.holds('right')];
    const aim = left || right ? Number.NaN : this.aimFrom(x, y);
    const turn =
      left !== right ? (left ? LEFT : RIGHT) : Number.isNaN(aim) ? STRAIGHT : TOWARDS_AIM;
    const boost = this.holds('boost');
    return this.shared.pack(
      turn,
      turn === TOWARDS_AIM ? aim : 0,
      boost || this.holds('thrust'),
      this.holds('brake'),
      boost,
      this.holds('fire'),
      this.holds('jump'),
    );
  }

  /** The command was stamped with a tick: taps are spent. */
  stamped(): void {
    for (const source of this.sources) source.sampled();
  }

  /** What was steered with last. */
  hand(): Hand {
    return this.lastHand;
  }

  /** Has been held at least for one sample. */
  hasUsed(control: Control): boolean {
    return this.used.has(control);
  }

  holds(control: Control): boolean {
    return this.sources.some((source) => source.holds(control));
  }

  /** Before a tap is spent. */
  private note(): void {
    for (const source of this.sources) if (source.busy()) this.lastHand = source.hand;
    for (const control of CONTROLS) if (this.holds(control)) this.used.add(control);
  }

  /** The first source that aims at all. */
  private aimFrom(x: number, y: number): number {
    for (const source of this.sources) {
      const aim = source.aimFrom(x, y);
      if (!Number.isNaN(aim)) return aim;
    }
    return Number.NaN;
  }
}
