/**
 * Own torpedoes of which the server has not told yet. Each leaves the tube here, at the tick its
 * wind-up ends in the pilot's present; the server's own launch confirms it. Whatever stays without
 * for RTT and 250 ms fades. Owned by the prediction.
 *
 *   left(tick) ....... the flight of own ship came to a launch: a shot begins, or begins again
 *   confirm(...) ..... a launch in a snapshot: the shot it stands for is forgotten
 *   settle(known) .... a snapshot was taken in: what it should have confirmed grows doubtful
 */
import type { Shared } from '../facade.ts';
import type { Fields } from './fields.ts';

/** At the bound the oldest gives way. */
export const MOST_OWN_SHOTS = 8;
/** Two launches nearer in time than this are the same one, judged anew. */
const SAME_SHOT_TICKS = 12;
/** The server carries out a trigger that came late up to this much later. */
const LATEST_TICKS = 20;
const DOUBT_TICKS = 15;
const FADE_TICKS = 12;
const NUMBERS = 256;

export class OwnShots {
  count = 0;
  readonly key = new Int32Array(MOST_OWN_SHOTS);
  readonly launchTick = new Float64Array(MOST_OWN_SHOTS);
  /** The number the server will give the shot; -1 before any was seen. */
  readonly number = new Int32Array(MOST_OWN_SHOTS);
  /** Where each was last drawn, units. */
  readonly drawnX = new Float64Array(MOST_OWN_SHOTS);
  readonly drawnY = new Float64Array(MOST_OWN_SHOTS);
  private readonly shared: Shared;
  private readonly fields: Fields;
  /** Rows as they left the tube. */
  private readonly rows: Int32Array;
  private known = 0;
  private lastNumber = -1;
  private serial = 0;

  constructor(shared: Shared, fields: Fields) {
    this.shared = shared;
    this.fields = fields;
    this.rows = new Int32Array(MOST_OWN_SHOTS * fields.stride);
  }

  /** A torpedo leaves the ship whose row, at `tick`, stands at rows[at...]. */
  left(tick: number, ships: Int32Array, at: number): void {
    let n = this.near(tick, SAME_SHOT_TICKS);
    if (n < 0) n = this.begin();
    this.launchTick[n] = tick;
    this.shared.launch(ships, at, this.rows, n * this.fields.stride);
  }

  /**
   * Writes shot n, as it is at `tick`, to rows[at...]. Before its launch, or when its time is over,
   * its life is 0.
   */
  fly(n: number, tick: number, rows: Int32Array, at: number): void {
    const { shared, fields } = this;
    const launched = this.launchTick[n]!;
    const from = n * fields.stride;
    for (let i = 0; i < fields.stride; i++) rows[at + i] = this.rows[from + i]!;
    const ticks = tick - launched;
    if (ticks > 0) shared.drift(fields.torpedoType, rows, at, launched, ticks);
    const life = at + fields.torpedo.life;
    const left = Math.min(rows[life]! - ticks, this.patience(n));
    rows[life] = ticks < 0 ? 0 : Math.max(0, left);
  }

  /**
   * The server launched shot `number` at `tick`. Returns which of these it was, or -1; it is to be
   * forgotten by `drop`.
   */
  confirm(number: number, tick: number): number {
    this.lastNumber = number;
    const exact = this.near(tick, 0);
    if (exact >= 0) return exact;
    for (let n = 0; n < this.count; n++) {
      const late = tick - this.launchTick[n]!;
      if (this.number[n] === number && Math.abs(late) <= LATEST_TICKS) return n;
    }
    return this.near(tick, SAME_SHOT_TICKS);
  }

  /** The newest snapshot is of tick `known`. */
  settle(known: number): void {
    this.known = known;
    for (let n = this.count - 1; n >= 0; n--) if (this.patience(n) <= 0) this.drop(n);
    for (let n = 0; n < this.count; n++) this.number[n] = this.numberAfter(n);
  }

  drop(n: number): void {
    const { stride } = this.fields;
    for (let i = n + 1; i < this.count; i++) this.move(i, i - 1);
    this.rows.copyWithin(n * stride, (n + 1) * stride, this.count * stride);
    this.count--;
  }

  /** Ticks it may still be shown: many, until its snapshot should have come. */
  private patience(n: number): number {
    const left = this.launchTick[n]! + DOUBT_TICKS + FADE_TICKS - this.known;
    return left > FADE_TICKS ? Number.MAX_SAFE_INTEGER : left;
  }

  private near(tick: number, within: number): number {
    for (let n = 0; n < this.count; n++) {
      if (Math.abs(tick - this.launchTick[n]!) <= within) return n;
    }
    return -1;
  }

  private begin(): number {
    if (this.count === MOST_OWN_SHOTS) this.drop(0);
    const n = this.count++;
    this.key[n] = -++this.serial;
    this.number[n] = this.numberAfter(n);
    return n;
  }

  private numberAfter(n: number): number {
    return this.lastNumber < 0 ? -1 : (this.lastNumber + 1 + n) % NUMBERS;
  }

  private move(from: number, to: number): void {
    this.key[to] = this.key[from]!;
    this.launchTick[to] = this.launchTick[from]!;
    this.number[to] = this.number[from]!;
    this.drawnX[to] = this.drawnX[from]!;
    this.drawnY[to] = this.drawnY[from]!;
  }
}
