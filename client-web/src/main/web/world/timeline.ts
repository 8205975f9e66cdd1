/**
 * The one timeline: everything is drawn in the pilot's own, predicted present, nothing in the past.
 * Own ship: the last snapshot with the pilot's commands since flown again. All others: the last
 * snapshot drifted on. Owned by the frame loop.
 *
 *   receive() -> snapshot() ... once per message, also while nobody looks
 *   advance(tick) ............. once per picture: rebase on the newest snapshot, predict, fade
 */
import type { Shared } from '../facade.ts';
import type { CommandRing } from './command-ring.ts';
import { Endings } from './endings.ts';
import { type Fields, fieldsOf, motionOf, TELEPORT, UNIT } from './fields.ts';
import { KeyIndex } from './key-index.ts';
import { Offsets } from './offsets.ts';
import { Prediction } from './prediction.ts';
import type { Scene } from './scene.ts';

/** Up to here the prediction is trusted; then it fades, and at last the world stands still. */
const CERTAIN_TICKS = 30;
const FROZEN_TICKS = 60;
/** A torpedo this near its owner's ship when first seen has just left the tube. */
const MUZZLE_UNITS = 90;
const LONGEST_STREAK_UNITS = 260;

export class Timeline implements Scene {
  readonly fields: Fields;
  readonly endings = new Endings();
  readonly types: Int32Array;
  readonly keys: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly heading: Float64Array;
  tick = Number.NaN;
  count = 0;
  self = -1;
  signal = 0;
  correction = 0;
  private readonly shared: Shared;
  private readonly ticksPerSecond: number;
  private readonly prediction: Prediction;
  private readonly places: KeyIndex;
  private readonly offsets: Offsets;
  private readonly flags: Int32Array;
  private readonly oldX: Float64Array;
  private readonly oldY: Float64Array;
  private readonly oldHeading: Float64Array;
  private readonly oldFlags: Int32Array;
  private readonly oldErrorX: Float64Array;
  private readonly oldErrorY: Float64Array;
  private stale = false;
  /** The command the last picture was drawn with: its errors are measured against the same. */
  private held = 0;

  constructor(shared: Shared, ring: CommandRing, ticksPerSecond: number) {
    this.shared = shared;
    this.ticksPerSecond = ticksPerSecond;
    this.fields = fieldsOf(shared);
    this.prediction = new Prediction(shared, this.fields, ring, ticksPerSecond);
    const capacity = Math.floor(shared.rows().length / this.fields.stride);
    this.places = new KeyIndex(capacity);
    this.offsets = new Offsets(capacity);
    this.types = new Int32Array(capacity);
    this.keys = new Int32Array(capacity);
    this.flags = new Int32Array(capacity);
    this.oldFlags = new Int32Array(capacity);
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
    this.heading = new Float64Array(capacity);
    this.oldX = new Float64Array(capacity);
    this.oldY = new Float64Array(capacity);
    this.oldHeading = new Float64Array(capacity);
    this.oldErrorX = new Float64Array(capacity);
    this.oldErrorY = new Float64Array(capacity);
  }

  get rows(): Int32Array {
    return this.prediction.rows;
  }

  get vx(): Float64Array {
    return this.prediction.vx;
  }

  get vy(): Float64Array {
    return this.prediction.vy;
  }

  /** Own ship's owner-only fields, predicted. */
  get secrets(): Int32Array {
    return this.prediction.secrets;
  }

  get energy(): number {
    return this.self < 0 ? 0 : this.prediction.secrets[this.fields.energy]!;
  }

  /** A snapshot was received: its endings are kept, its roster waits in the facade. */
  snapshot(): void {
    this.stale = true;
    const { shared, fields } = this;
    const gone = shared.gone();
    const width = fields.stride + 3;
    for (let at = 0; at < shared.goneCount() * width; at += width) {
      if (gone[at + 2] === 1) this.end(gone[at]!, gone[at + 1]!, gone, at + 3);
    }
  }

  /** Draws the world at `tick`, with `held` as the command of the tick that has just begun. */
  advance(tick: number, held: number, elapsedMillis: number): void {
    if (this.stale) this.rebase(this.held);
    this.held = held;
    this.offsets.fade(this.count, elapsedMillis);
    const known = this.shared.tick();
    this.tick = Math.max(known, Math.min(tick, known + FROZEN_TICKS));
    this.prediction.at(this.tick, held);
    const { x, y, heading, offsets, prediction } = this;
    for (let i = 0; i < this.count; i++) {
      x[i] = prediction.x[i]! + offsets.x[i]!;
      y[i] = prediction.y[i]! + offsets.y[i]!;
      heading[i] = prediction.heading[i]! + offsets.heading[i]!;
    }
    const doubt = (tick - known - CERTAIN_TICKS) / (FROZEN_TICKS - CERTAIN_TICKS);
    this.signal = Math.max(0, Math.min(1, 1 - doubt));
  }

  /** Takes over the newest roster; what was drawn stays where it was, by the offsets. */
  private rebase(held: number): void {
    const { shared, prediction } = this;
    this.stale = false;
    this.oldX.set(this.x);
    this.oldY.set(this.y);
    this.oldHeading.set(this.heading);
    this.oldFlags.set(this.flags);
    this.oldErrorX.set(this.offsets.x);
    this.oldErrorY.set(this.offsets.y);
    this.count = shared.count();
    this.self = shared.self();
    this.keys.set(shared.keys().subarray(0, this.count));
    this.types.set(shared.types().subarray(0, this.count));
    prediction.at(Number.isNaN(this.tick) ? shared.tick() : this.tick, held);
    for (let i = 0; i < this.count; i++) {
      this.flags[i] = this.flagsOf(i);
      const was = this.places.get(this.keys[i]!);
      if (was < 0) this.appear(i);
      else this.follow(i, was);
    }
    this.places.clear();
    for (let i = 0; i < this.count; i++) this.places.put(this.keys[i]!, i);
  }

  private follow(place: number, was: number): void {
    const { offsets, prediction } = this;
    if (((this.flags[place]! ^ this.oldFlags[was]!) & TELEPORT) !== 0) {
      offsets.start(place, 0, 0);
      return;
    }
    const dx = this.oldX[was]! - prediction.x[place]!;
    const dy = this.oldY[was]! - prediction.y[place]!;
    offsets.keep(place, dx, dy, angle(this.oldHeading[was]! - prediction.heading[place]!));
    if (place === this.self) {
      this.correction = Math.hypot(dx - this.oldErrorX[was]!, dy - this.oldErrorY[was]!);
    }
  }

  /** A torpedo fresh from the tube streaks from its ship's nose to where it already is. */
  private appear(place: number): void {
    const { offsets, prediction, fields, shared } = this;
    offsets.start(place, 0, 0);
    if (this.types[place] !== fields.torpedoType) return;
    const ship = this.placeOfSeat(shared.rows()[place * fields.stride + fields.torpedo.owner]!);
    if (ship < 0 || this.apartUnits(place, ship) > MUZZLE_UNITS) return;
    const dx = prediction.x[ship]! - prediction.x[place]!;
    const dy = prediction.y[ship]! - prediction.y[place]!;
    const streak = Math.min(1, LONGEST_STREAK_UNITS / Math.max(1, Math.hypot(dx, dy)));
    offsets.start(place, dx * streak, dy * streak);
  }

  private placeOfSeat(seat: number): number {
    const { fields } = this;
    for (let i = 0; i < this.count; i++) {
      const ship = this.types[i] === fields.shipType;
      if (ship && this.shared.rows()[i * fields.stride + fields.ship.seat] === seat) return i;
    }
    return -1;
  }

  /** How far a torpedo and a ship stood from each other in the snapshot. */
  private apartUnits(torpedo: number, ship: number): number {
    const { stride, torpedo: shot, ship: hull } = this.fields;
    const rows = this.shared.rows();
    const dx = rows[torpedo * stride + shot.x]! - rows[ship * stride + hull.x]!;
    const dy = rows[torpedo * stride + shot.y]! - rows[ship * stride + hull.y]!;
    return Math.hypot(dx, dy) / UNIT;
  }

  private flagsOf(place: number): number {
    const { fields } = this;
    if (this.types[place] !== fields.shipType) return 0;
    return this.shared.rows()[place * fields.stride + fields.ship.flags]!;
  }

  /** Ships burst where they were last drawn, torpedoes where they truly ended. */
  private end(key: number, type: number, row: Int32Array, at: number): void {
    const { fields } = this;
    const motion = motionOf(fields, type);
    const was = type === fields.shipType ? this.places.get(key) : -1;
    const x = was < 0 ? row[at + motion.x]! / UNIT : this.x[was]!;
    const y = was < 0 ? row[at + motion.y]! / UNIT : this.y[was]!;
    const perSecond = this.ticksPerSecond / UNIT;
    const seat = row[at + (type === fields.shipType ? fields.ship.seat : fields.torpedo.owner)]!;
    const [vx, vy] = [row[at + motion.vx]! * perSecond, row[at + motion.vy]! * perSecond];
    this.endings.add(type, seat, x, y, vx, vy);
  }
}

function angle(radians: number): number {
  return radians - 2 * Math.PI * Math.round(radians / (2 * Math.PI));
}
