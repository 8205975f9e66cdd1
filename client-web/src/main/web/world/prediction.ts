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
   * Answers for `tick`, a tick with fraction; `held` is the command of the tick that has just
   * begun. Before the snapshot nothing is flown: rows are then those of the snapshot, drawn back in
   * a line.
   */
  at(tick: number, held: number): void {
    const { shared, fields, rows } = this;
    const known = shared.tick();
    const whole = Math.max(Math.floor(tick), known);
    const [roster, self, types] = [shared.count(), shared.self(), shared.types()];
    rows.set(shared.rows().subarray(0, roster * fields.stride));
    for (let i = 0; i < roster; i++) {
      const at = i * fields.stride;
      if (types[i] !== fields.shipType) this.fall(types[i]!, at, known, whole);
      else if (i === self && rows[at + fields.ship.hull]! > 0) this.fly(at, known, whole, held);
      else this.guess(at, known, whole);
      this.blend(i, types[i]!, tick - whole);
    }
    this.count = roster + this.shots.count;
    for (let n = 0; n < this.shots.count; n++) this.shoot(roster + n, n, tick, whole);
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
    this.copyOn(at);
    nextSecrets.set(secrets);
    shared.fly(next, at, nextSecrets, 0, held, to);
    rows[at + fields.ship.flags] = next[at + fields.ship.flags]!;
    rows[at + fields.ship.drive] = next[at + fields.ship.drive]!;
  }

  /** Own shot n, as entry `place`. */
  private shoot(place: number, n: number, tick: number, whole: number): void {
    const { shared, fields, rows, next, shots } = this;
    const at = place * fields.stride;
    shots.fly(n, whole, rows, at);
    this.copyOn(at);
    shared.drift(fields.torpedoType, next, at, whole, 1);
    this.blend(place, fields.torpedoType, tick - whole);
    shots.drawnX[n] = this.x[place]!;
    shots.drawnY[n] = this.y[place]!;
  }

  /** Another's ship: it goes on as last seen, but nobody turns for ever, so the turn fades. */
  private guess(at: number, from: number, to: number): void {
    const { shared, fields, rows, next } = this;
    const turnAt = at + fields.ship.turn;
    const turn = rows[turnAt]!;
    for (let tick = from; tick < to; tick++) {
      rows[turnAt] = this.faded(turn, tick - from);
      shared.drift(fields.shipType, rows, at, tick, 1);
    }
    this.copyOn(at);
    next[turnAt] = this.faded(turn, to - from);
    shared.drift(fields.shipType, next, at, to, 1);
  }

  private fall(type: number, at: number, from: number, to: number): void {
    const life = at + this.lifeOf(type);
    this.rows[life] = Math.max(0, this.rows[life]! - (to - from));
    this.shared.drift(type, this.rows, at, from, to - from);
    this.copyOn(at);
    this.shared.drift(type, this.next, at, to, 1);
  }

  private lifeOf(type: number): number {
    const { fields } = this;
    return type === fields.torpedoType ? fields.torpedo.life : fields.shard.life;
  }

  private faded(turn: number, ageTicks: number): number {
    return turn * Math.max(0, 1 - ageTicks / (TURN_FADES_SECONDS * this.ticksPerSecond));
  }

  private copyOn(at: number): void {
    for (let i = at; i < at + this.fields.stride; i++) this.next[i] = this.rows[i]!;
  }

  private blend(place: number, type: number, part: number): void {
    const { rows, next } = this;
    const at = place * this.fields.stride;
    const motion = motionOf(this.fields, type);
    const [x, y] = [rows[at + motion.x]! / UNIT, rows[at + motion.y]! / UNIT];
    const [dx, dy] = [next[at + motion.x]! / UNIT - x, next[at + motion.y]! / UNIT - y];
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

/** How many entities can be known at once, own shots among them. */
export function capacityOf(shared: Shared, fields: Fields): number {
  return Math.floor(shared.rows().length / fields.stride) + MOST_OWN_SHOTS;
}
