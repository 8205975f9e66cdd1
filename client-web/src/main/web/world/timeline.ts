/**
 * The one timeline: everything is drawn in the pilot's own, predicted present, nothing in the past.
 * Own ship: the last snapshot with the pilot's commands since flown again. All others: the last
 * snapshot drifted on. Owned by the frame loop.
 *
 *   receive() -> snapshot() ... once per message, also while nobody looks
 *   advance(tick) ............. once per picture: rebase on the newest snapshot, predict, fade
 */
import type { Shared } from '../facade.ts';
import type { Place } from './arena.ts';
import type { CommandRing } from './command-ring.ts';
import { Contacts } from './contacts.ts';
import { type Fields, fieldsOf, TELEPORT, TORPEDO_SECONDS } from './fields.ts';
import { Incidents } from './incidents.ts';
import { KeyIndex } from './key-index.ts';
import { Offsets } from './offsets.ts';
import { capacityOf, Prediction } from './prediction.ts';
import type { Scene } from './scene.ts';
import { Sides } from './sides.ts';
import { type Drawn, Witness } from './witness.ts';

/** Up to here the prediction is trusted; then it fades, and at last the world stands still. */
const CERTAIN_TICKS = 30;
const FROZEN_TICKS = 60;
/** A torpedo this young when first told of has just left the tube. */
const FRESH_SECONDS = 0.1;

export class Timeline implements Scene, Drawn {
  readonly fields: Fields;
  readonly incidents = new Incidents();
  readonly sides = new Sides();
  readonly contacts: Contacts;
  readonly places: KeyIndex;
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
  private readonly witness: Witness;
  private readonly offsets: Offsets;
  private readonly flags: Int32Array;
  /** Where each entry stood in the roster of before; -1 for who is new. */
  private readonly was: Int32Array;
  private readonly oldX: Float64Array;
  private readonly oldY: Float64Array;
  private readonly oldHeading: Float64Array;
  private readonly oldFlags: Int32Array;
  private readonly oldErrorX: Float64Array;
  private readonly oldErrorY: Float64Array;
  private readonly lifeTicks: number;
  /** Places of torpedoes just launched, and of their ships: pairs. */
  private readonly fresh: number[] = [];
  private stale = false;
  /** The command the last picture was drawn with: its errors are measured against the same. */
  private held = 0;

  constructor(shared: Shared, ring: CommandRing, ticksPerSecond: number, arena: Place) {
    this.shared = shared;
    this.ticksPerSecond = ticksPerSecond;
    this.fields = fieldsOf(shared);
    this.prediction = new Prediction(shared, this.fields, ring, ticksPerSecond);
    this.lifeTicks = Math.round(TORPEDO_SECONDS * ticksPerSecond);
    const capacity = capacityOf(shared, this.fields);
    this.contacts = new Contacts(capacity, this.sides, arena);
    this.witness = new Witness(shared, this, arena, ticksPerSecond);
    this.places = new KeyIndex(capacity);
    this.offsets = new Offsets(capacity);
    this.types = new Int32Array(capacity);
    this.keys = new Int32Array(capacity);
    this.was = new Int32Array(capacity);
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

  get known(): number {
    return this.shared.tick();
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

  /** A snapshot was received: what happened is kept, its roster waits in the facade. */
  snapshot(): void {
    this.stale = true;
    this.witness.read();
  }

  /** Draws the world at `tick`, with `held` as the command of the tick that has just begun. */
  advance(tick: number, held: number, elapsedMillis: number): void {
    if (this.stale) this.rebase(this.held);
    this.held = held;
    this.offsets.fade(this.count, elapsedMillis);
    const known = this.shared.tick();
    this.tick = Math.max(known, Math.min(tick, known + FROZEN_TICKS));
    this.prediction.at(this.tick, held);
    this.join();
    const { x, y, heading, offsets, prediction } = this;
    for (let i = 0; i < this.count; i++) {
      x[i] = prediction.x[i]! + offsets.x[i]!;
      y[i] = prediction.y[i]! + offsets.y[i]!;
      heading[i] = prediction.heading[i]! + offsets.heading[i]!;
    }
    const doubt = (tick - known - CERTAIN_TICKS) / (FROZEN_TICKS - CERTAIN_TICKS);
    this.signal = Math.max(0, Math.min(1, 1 - doubt));
    this.streaks();
    this.contacts.find(this, known, Math.min(0.1, elapsedMillis / 1000));
  }

  /** Own shots stand behind the roster, at rest against their own prediction. */
  private join(): void {
    const { shots } = this.prediction;
    const roster = this.shared.count();
    this.count = this.prediction.count;
    for (let n = 0; n < shots.count; n++) {
      this.types[roster + n] = this.fields.torpedoType;
      this.keys[roster + n] = shots.key[n]!;
      this.offsets.start(roster + n, 0, 0);
    }
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
    const count = shared.count();
    this.self = shared.self();
    this.keys.set(shared.keys());
    this.types.set(shared.types());
    for (let i = 0; i < count; i++) this.was[i] = this.places.get(this.keys[i]!);
    prediction.take(this.was);
    prediction.at(Number.isNaN(this.tick) ? shared.tick() : this.tick, held);
    for (let i = 0; i < count; i++) {
      this.flags[i] = this.flagsOf(i);
      const was = this.was[i]!;
      if (was < 0) this.appear(i);
      else this.follow(i, was);
    }
    prediction.shots.settle(shared.tick());
    this.places.clear();
    for (let i = 0; i < count; i++) this.places.put(this.keys[i]!, i);
  }

  private follow(place: number, was: number): void {
    const { offsets, prediction } = this;
    if (((this.flags[place]! ^ this.oldFlags[was]!) & TELEPORT) !== 0) {
      offsets.start(place, 0, 0);
      const seat = this.shared.rows()[place * this.fields.stride + this.fields.ship.seat]!;
      this.incidents.add('vanished', seat, this.oldX[was]!, this.oldY[was]!);
      this.incidents.add('arrived', seat, prediction.x[place]!, prediction.y[place]!);
      return;
    }
    const dx = this.oldX[was]! - prediction.x[place]!;
    const dy = this.oldY[was]! - prediction.y[place]!;
    offsets.keep(place, dx, dy, angle(this.oldHeading[was]! - prediction.heading[place]!));
    if (place === this.self) {
      this.correction = Math.hypot(dx - this.oldErrorX[was]!, dy - this.oldErrorY[was]!);
    }
  }

  /** Somebody new in sight; or a torpedo just launched, by another or as foretold here. */
  private appear(place: number): void {
    this.offsets.start(place, 0, 0);
    if (this.types[place] !== this.fields.torpedoType) return;
    const { shared, fields } = this;
    const at = place * fields.stride;
    const ageTicks = this.lifeTicks - shared.rows()[at + fields.torpedo.life]!;
    if (ageTicks > FRESH_SECONDS * this.ticksPerSecond) return;
    const ship = this.placeOfSeat(shared.rows()[at + fields.torpedo.owner]!);
    if (ship < 0) return;
    if (ship === this.self) this.confirm(place, shared.tick() - ageTicks);
    else this.fresh.push(place, ship);
  }

  /** Streaks from the muzzle for what was launched, unseen, on the way here. */
  private streaks(): void {
    const { fresh, prediction, fields, rows } = this;
    for (let i = 0; i < fresh.length; i += 2) {
      const [shot, ship] = [fresh[i]!, fresh[i + 1]!];
      const at = shot * fields.stride;
      const [vx, vy] = [prediction.vx[shot]!, prediction.vy[shot]!];
      this.incidents
        .add('launched', rows[at + fields.torpedo.owner]!, this.x[shot]!, this.y[shot]!)
        .moving(vx - prediction.vx[ship]!, vy - prediction.vy[ship]!)
        .of((this.lifeTicks - rows[at + fields.torpedo.life]!) / this.ticksPerSecond);
    }
    fresh.length = 0;
  }

  /** The server's word on an own shot that flies already: it is drawn on from where it was. */
  private confirm(place: number, tick: number): void {
    const { shared, fields, prediction, offsets } = this;
    const { shots } = prediction;
    const number = shared.rows()[place * fields.stride + fields.torpedo.shot]!;
    const n = shots.confirm(number, tick);
    if (n < 0) return;
    const dx = shots.drawnX[n]! - prediction.x[place]!;
    const dy = shots.drawnY[n]! - prediction.y[place]!;
    offsets.keep(place, dx, dy, 0);
    this.contacts.rename(shots.key[n]!, this.keys[place]!);
    shots.drop(n);
  }

  private placeOfSeat(seat: number): number {
    const { fields } = this;
    for (let i = 0; i < this.shared.count(); i++) {
      const ship = this.types[i] === fields.shipType;
      if (ship && this.shared.rows()[i * fields.stride + fields.ship.seat] === seat) return i;
    }
    return -1;
  }

  private flagsOf(place: number): number {
    const { fields } = this;
    if (this.types[place] !== fields.shipType) return 0;
    return this.shared.rows()[place * fields.stride + fields.ship.flags]!;
  }
}

function angle(radians: number): number {
  return radians - 2 * Math.PI * Math.round(radians / (2 * Math.PI));
}
