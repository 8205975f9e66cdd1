/**
 * Where everything in the roster is at a tick: own ship by its pilot's commands, the rest by drift.
 * Behind the roster stand own torpedoes the server has not told of yet. Its columns hold the last
 * answer: units, units per second, radians. Owned by the timeline.
 */
import type { Shared } from '../facade.ts';
import type { CommandRing } from './command-ring.ts';
import { type Fields, FULL_CIRCLE, motionOf, UNIT } from './fields.ts';
import { MOST_OWN_SHOTS, OwnShots } from './own-shots.ts';

const RADIANS_PER_STEP = (2 * Math.PI) / FULL_CIRCLE;
const TURN_FADES_SECONDS = 0.15;
/** Nothing flies this far in a tick: what seems to, jumped. */
const JUMP_UNITS = 60;
const STILL = -1;
const NEW = -1;

export class Prediction {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly vx: Float64Array;
  readonly vy: Float64Array;
  readonly heading: Float64Array;
  /** Rows at the whole tick, in wire integers, and one tick later. */
  readonly rows: Int32Array;
  readonly secrets: Int32Array;
  readonly shots: OwnShots;
  /** Entries of the last answer: the roster, and own shots behind it. */
  count = 0;
  private readonly next: Int32Array;
  private readonly types: Int32Array;
  /** Types of those whose rows are moved, STILL for the rest. */
  private readonly moving: Int32Array;
  /** The rudder of each ship in the snapshot. */
  private readonly turns: Int32Array;
  private readonly was: Int32Array;
  /** The tick at which the rows stand. */
  private whole = Number.NaN;
  private roster = 0;
  private ownFlags = 0;
  private ownDrive = 0;
  private readonly nextSecrets: Int32Array;
  private readonly shared: Shared;
  private readonly fields: Fields;
  private readonly ring: CommandRing;
  private readonly ticksPerSecond: number;

  constructor(shared: Shared, fields: Fields, ring: CommandRing, ticksPerSecond: number) {
    this.shared = shared;
    this.fields = fields;
    this.ring = ring;
    this.ticksPerSecond = ticksPerSecond;
    this.shots = new OwnShots(shared, fields);
    const capacity = capacityOf(shared, fields);
    this.rows = new Int32Array(capacity * fields.stride);
    this.types = new Int32Array(capacity);
    this.moving = new Int32Array(capacity);
    this.turns = new Int32Array(capacity);
    this.was = new Int32Array(capacity);
    this.next = new Int32Array(capacity * fields.stride);
    this.secrets = new Int32Array(shared.secrets().length);
    this.nextSecrets = new Int32Array(shared.secrets().length);
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
    this.vx = new Float64Array(capacity);
    this.vy = new Float64Array(capacity);
    this.heading = new Float64Array(capacity);
  }

  /**
   * Takes over the newest snapshot: `was` says where in the roster of before each entry stood, or
   * -1. What only falls goes on from where it has fallen to: its way never changes.
   */
  take(was: Int32Array): void {
    const { shared, fields, rows, next, types, moving, turns } = this;
    const [count, self, stride] = [shared.count(), shared.self(), fields.stride];
    const known = shared.tick();
    if (this.whole < known) this.whole = Number.NaN;
    next.set(rows);
    rows.set(shared.rows());
    types.set(shared.types());
    this.roster = count;
    for (let i = 0; i < count; i++) {
      const falls = types[i] !== fields.shipType;
      const kept = falls && was[i]! >= 0 && !Number.isNaN(this.whole);
      moving[i] = kept || i === self ? STILL : types[i]!;
      if (kept) copy(next, was[i]! * stride, rows, i * stride, stride);
      if (!falls) turns[i] = rows[i * stride + fields.ship.turn]!;
    }
    if (Number.isNaN(this.whole)) this.whole = known;
    this.driftTo(this.whole, known);
    for (let i = 0; i < count; i++) moving[i] = i === self ? STILL : types[i]!;
    next.set(rows);
    this.driftNext();
  }

  /**
   * Answers for `tick`, a tick with fraction; `held` is the command of the tick that has just
   * begun. Before the snapshot nothing is flown: rows are then those of the snapshot, drawn back in
   * a line.
   */
  at(tick: number, held: number): void {
    const { shared, fields, rows, types } = this;
    const whole = Math.max(Math.floor(tick), shared.tick());
    this.stepTo(whole);
    const self = shared.self();
    for (let i = 0; i < this.roster; i++) {
      if (types[i] !== fields.shipType) this.age(i, types[i]!, whole);
      else if (i === self) this.own(i * fields.stride, whole, held);
      this.blend(i, types[i]!, tick - whole);
    }
    this.count = this.roster + this.shots.count;
    for (let n = 0; n < this.shots.count; n++) this.shoot(this.roster + n, n, tick, whole);
    if (self >= 0) rows[self * fields.stride + fields.ship.flags] = this.ownFlags;
    if (self >= 0) rows[self * fields.stride + fields.ship.drive] = this.ownDrive;
  }

  /** From picture to picture most go on by a tick: as the picture before foretold. */
  private stepTo(whole: number): void {
    if (whole < this.whole) {
      this.was.fill(NEW);
      this.whole = Number.NaN;
      this.take(this.was);
    }
    while (this.whole < whole) {
      this.rows.set(this.next);
      this.whole++;
      this.driftNext();
    }
  }

  /** Moves the rows that are `moving` from tick `from` to `to`. */
  private driftTo(to: number, from: number): void {
    for (let tick = from; tick < to; tick++) {
      this.fadeTurns(this.rows, tick);
      this.shared.driftAll(this.moving, this.rows, this.roster, tick);
    }
  }

  private driftNext(): void {
    this.fadeTurns(this.next, this.whole);
    this.shared.driftAll(this.moving, this.next, this.roster, this.whole);
  }

  /** Others' ships go on as last seen, but nobody turns for ever. */
  private fadeTurns(rows: Int32Array, tick: number): void {
    const { fields, types, turns } = this;
    const age = (tick - this.shared.tick()) / (TURN_FADES_SECONDS * this.ticksPerSecond);
    const part = Math.max(0, 1 - age);
    for (let i = 0; i < this.roster; i++) {
      if (types[i] !== fields.shipType) continue;
      rows[i * fields.stride + fields.ship.turn] = turns[i]! * part;
    }
  }

  private own(at: number, whole: number, held: number): void {
    const { shared, fields, rows } = this;
    copy(shared.rows(), at, rows, at, fields.stride);
    if (rows[at + fields.ship.hull]! > 0) this.fly(at, shared.tick(), whole, held);
    else this.fall(at, shared.tick(), whole);
  }

  /** What falls lives as much shorter as the snapshot is old. */
  private age(place: number, type: number, whole: number): void {
    const { shared, fields } = this;
    const falling = type === fields.torpedoType ? fields.torpedo : fields.shard;
    const at = place * fields.stride + falling.life;
    this.rows[at] = Math.max(0, shared.rows()[at]! - (whole - shared.tick()));
  }

  /** Own ship, by what its pilot did; what it does already shows in the picture of the key. */
  private fly(at: number, from: number, to: number, held: number): void {
    const { shared, fields, rows, next, secrets, nextSecrets, ring, shots } = this;
    secrets.set(shared.secrets());
    for (let tick = from; tick < to; tick++) {
      const armed = secrets[fields.arming] === 1;
      shared.fly(rows, at, secrets, 0, ring.get(tick + 1), tick);
      if (armed) shots.left(tick + 1, rows, at);
    }
    copy(rows, at, next, at, fields.stride);
    nextSecrets.set(secrets);
    shared.fly(next, at, nextSecrets, 0, held, to);
    this.ownFlags = next[at + fields.ship.flags]!;
    this.ownDrive = next[at + fields.ship.drive]!;
  }

  /** A wreck of one's own: nobody steers it. */
  private fall(at: number, from: number, to: number): void {
    const { shared, fields, rows, next } = this;
    shared.drift(fields.shipType, rows, at, from, to - from);
    copy(rows, at, next, at, fields.stride);
    shared.drift(fields.shipType, next, at, to, 1);
    this.ownFlags = 0;
    this.ownDrive = 0;
  }

  /** Own shot n, as entry `place`. */
  private shoot(place: number, n: number, tick: number, whole: number): void {
    const { shared, fields, rows, next, shots } = this;
    const at = place * fields.stride;
    shots.fly(n, whole, rows, at);
    copy(rows, at, next, at, fields.stride);
    shared.drift(fields.torpedoType, next, at, whole, 1);
    this.blend(place, fields.torpedoType, tick - whole);
    shots.drawnX[n] = this.x[place]!;
    shots.drawnY[n] = this.y[place]!;
  }

  private blend(place: number, type: number, part: number): void {
    const { rows, next } = this;
    const at = place * this.fields.stride;
    const motion = motionOf(this.fields, type);
    const x = rows[at + motion.x]! / UNIT;
    const y = rows[at + motion.y]! / UNIT;
    const dx = next[at + motion.x]! / UNIT - x;
    const dy = next[at + motion.y]! / UNIT - y;
    const smooth = Math.abs(dx) + Math.abs(dy) < JUMP_UNITS ? part : 0;
    this.x[place] = x + dx * smooth;
    this.y[place] = y + dy * smooth;
    this.vx[place] = (rows[at + motion.vx]! / UNIT) * this.ticksPerSecond;
    this.vy[place] = (rows[at + motion.vy]! / UNIT) * this.ticksPerSecond;
    if (type !== this.fields.shipType) return;
    const from = rows[at + this.fields.ship.heading]!;
    const turn = ((next[at + this.fields.ship.heading]! - from) << 16) >> 16;
    this.heading[place] = (from + turn * part) * RADIANS_PER_STEP;
  }
}

function copy(from: Int32Array, at: number, to: Int32Array, toAt: number, count: number): void {
  for (let i = 0; i < count; i++) to[toAt + i] = from[at + i]!;
}

/** How many entities can be known at once, own shots among them. */
export function capacityOf(shared: Shared, fields: Fields): number {
  return Math.floor(shared.rows().length / fields.stride) + MOST_OWN_SHOTS;
}
