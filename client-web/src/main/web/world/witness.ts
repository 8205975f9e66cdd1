/**
 * Reads off each snapshot what happened, and finds where in the drawn present it is to be seen: a
 * blow on a ship shows on that ship, wherever it has got to. Owned by the timeline.
 */
import type { Shared } from '../facade.ts';
import type { Place } from './arena.ts';
import type { Contacts } from './contacts.ts';
import { type Fields, SHIP_UNITS, UNIT } from './fields.ts';
import type { Incident, Incidents } from './incidents.ts';
import type { KeyIndex } from './key-index.ts';

/** The world as the last picture had it. */
export interface Drawn {
  readonly fields: Fields;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly places: KeyIndex;
  readonly contacts: Contacts;
  readonly incidents: Incidents;
}

/** A torpedo that ended so near a ship that was hit is what hit it: both flew on to the frame. */
const STRIKE_UNITS = 80;
const NOTHING = -1;

export class Witness {
  private readonly shared: Shared;
  private readonly drawn: Drawn;
  private readonly arena: Place;
  private readonly perSecond: number;
  /** Keys of ships that burst and whose end is still to come. */
  private readonly bursting = new Set<number>();
  private knownTick = Number.NaN;
  private usualTicks = Number.POSITIVE_INFINITY;

  constructor(shared: Shared, drawn: Drawn, arena: Place, ticksPerSecond: number) {
    this.shared = shared;
    this.drawn = drawn;
    this.arena = arena;
    this.perSecond = ticksPerSecond / UNIT;
  }

  /** Once per snapshot, before the timeline takes its roster over. */
  read(): void {
    const { shared } = this;
    const events = shared.events();
    const width = shared.eventStride();
    for (let at = 0; at < shared.eventCount() * width; at += width) {
      if (events[at] === this.drawn.fields.hitEvent) this.hit(events, at);
      else this.burst(events[at + 1]!);
    }
    this.readGone();
    const ticks = shared.tick() - this.knownTick;
    if (ticks > 0) this.usualTicks = Math.min(this.usualTicks, ticks);
    this.knownTick = shared.tick();
  }

  private readGone(): void {
    const { shared, drawn } = this;
    const gone = shared.gone();
    const width = drawn.fields.stride + 3;
    for (let at = 0; at < shared.goneCount() * width; at += width) {
      if (gone[at + 2] !== 1) drawn.contacts.forget(gone[at]!);
      else if (gone[at + 1] === drawn.fields.shipType) this.shipGone(gone, at);
      else if (gone[at + 1] === drawn.fields.torpedoType) this.torpedoGone(gone, at);
      else this.shardGone(gone, at);
    }
  }

  private hit(events: Int32Array, at: number): void {
    const { shared, drawn } = this;
    const { stride, ship } = drawn.fields;
    const [place, by, damage] = [events[at + 1]!, events[at + 2]!, events[at + 3]!];
    const rows = shared.rows();
    const row = place * stride;
    const torpedo = this.striker(by, row);
    const x = this.drawnX(place);
    const y = this.drawnY(place);
    if (torpedo !== NOTHING) {
      const sort = damage > 0 ? 'hit' : 'shielded';
      const { vx, vy } = drawn.fields.torpedo;
      const gone = shared.gone();
      const dx = gone[torpedo + vx]! - rows[row + ship.vx]!;
      const dy = gone[torpedo + vy]! - rows[row + ship.vy]!;
      const back = SHIP_UNITS / Math.max(1, Math.hypot(dx, dy));
      this.tell(sort, row, x - dx * back, y - dy * back, damage);
      return;
    }
    const other = by === rows[row + ship.seat] ? NOTHING : this.placeOfSeat(by);
    if (other === NOTHING) this.tell('crash', row, x, y, damage);
    else this.tell('ram', row, (x + this.drawnX(other)) / 2, (y + this.drawnY(other)) / 2, damage);
  }

  private tell(sort: Incident, row: number, x: number, y: number, size: number): void {
    const { ship } = this.drawn.fields;
    const rows = this.shared.rows();
    const [vx, vy] = [rows[row + ship.vx]!, rows[row + ship.vy]!];
    this.drawn.incidents
      .add(sort, rows[row + ship.seat]!, x, y)
      .moving(vx * this.perSecond, vy * this.perSecond)
      .of(size);
  }

  private burst(place: number): void {
    this.bursting.add(this.shared.keys()[place]!);
    const row = place * this.drawn.fields.stride;
    this.end(this.shared.rows(), row, this.drawnX(place), this.drawnY(place), 'burst');
  }

  /**
   * A ship that goes without having burst was left by its pilot; but if frames were skipped on the
   * way, the burst was in one of them.
   */
  private shipGone(gone: Int32Array, at: number): void {
    const { places, x, y, fields } = this.drawn;
    if (this.bursting.delete(gone[at]!)) return;
    const skipped = this.shared.tick() - this.knownTick > this.usualTicks;
    const wrecked = gone[at + 3 + fields.ship.hull]! <= 0;
    const was = places.get(gone[at]!);
    const dx = was < 0 ? gone[at + 3 + fields.ship.x]! / UNIT : x[was]!;
    const dy = was < 0 ? gone[at + 3 + fields.ship.y]! / UNIT : y[was]!;
    this.end(gone, at + 3, dx, dy, wrecked || skipped ? 'burst' : 'left');
  }

  /** In a star a ship burns: at its surface, and what is left stands up from there. */
  private end(rows: Int32Array, at: number, x: number, y: number, sort: 'burst' | 'left'): void {
    const { incidents, fields } = this.drawn;
    const seat = rows[at + fields.ship.seat]!;
    const star = this.starAt(rows[at + fields.ship.x]! / UNIT, rows[at + fields.ship.y]! / UNIT);
    if (star === NOTHING || sort === 'left') {
      const [vx, vy] = [rows[at + fields.ship.vx]!, rows[at + fields.ship.vy]!];
      incidents.add(sort, seat, x, y).moving(vx * this.perSecond, vy * this.perSecond);
      return;
    }
    const [sx, sy] = [this.arena.x[star]!, this.arena.y[star]!];
    const far = Math.max(1, Math.hypot(x - sx, y - sy));
    const [ux, uy] = [(x - sx) / far, (y - sy) / far];
    const { radius } = this.arena.bodies[star]!;
    incidents.add('burnt', seat, sx + ux * radius, sy + uy * radius).moving(ux, uy);
  }

  /** What struck a ship shows as the blow, what was seen to strike has been shown. */
  private torpedoGone(gone: Int32Array, at: number): void {
    const { torpedo } = this.drawn.fields;
    if (this.drawn.contacts.forget(gone[at]!) || this.struck(gone, at)) return;
    const owner = gone[at + 3 + torpedo.owner]!;
    const [x, y] = [gone[at + 3 + torpedo.x]! / UNIT, gone[at + 3 + torpedo.y]! / UNIT];
    const [vx, vy] = [gone[at + 3 + torpedo.vx]!, gone[at + 3 + torpedo.vy]!];
    this.drawn.incidents.add('spent', owner, x, y).moving(vx * this.perSecond, vy * this.perSecond);
  }

  private shardGone(gone: Int32Array, at: number): void {
    const { x, y } = this.drawn.fields.shard;
    this.drawn.incidents.add('taken', 0, gone[at + 3 + x]! / UNIT, gone[at + 3 + y]! / UNIT);
  }

  /** Where among the gone the row of the torpedo begins that hit the ship at `row`; or -1. */
  private striker(by: number, row: number): number {
    const { shared, drawn } = this;
    const gone = shared.gone();
    const width = drawn.fields.stride + 3;
    for (let at = 0; at < shared.goneCount() * width; at += width) {
      const mine = gone[at + 1] === drawn.fields.torpedoType && gone[at + 2] === 1;
      if (mine && gone[at + 3 + drawn.fields.torpedo.owner] === by && this.close(gone, at, row)) {
        return at + 3;
      }
    }
    return NOTHING;
  }

  private struck(gone: Int32Array, at: number): boolean {
    const { shared, drawn } = this;
    const events = shared.events();
    const width = shared.eventStride();
    const owner = gone[at + 3 + drawn.fields.torpedo.owner];
    for (let e = 0; e < shared.eventCount() * width; e += width) {
      const hit = events[e] === drawn.fields.hitEvent && events[e + 2] === owner;
      if (hit && this.close(gone, at, events[e + 1]! * drawn.fields.stride)) return true;
    }
    return false;
  }

  private close(gone: Int32Array, at: number, row: number): boolean {
    const { torpedo, ship } = this.drawn.fields;
    const rows = this.shared.rows();
    const dx = gone[at + 3 + torpedo.x]! - rows[row + ship.x]!;
    const dy = gone[at + 3 + torpedo.y]! - rows[row + ship.y]!;
    return Math.hypot(dx, dy) < STRIKE_UNITS * UNIT;
  }

  private starAt(x: number, y: number): number {
    const { bodies } = this.arena;
    for (let i = 0; i < bodies.length; i++) {
      const far = Math.hypot(x - this.arena.x[i]!, y - this.arena.y[i]!);
      const { kind, radius } = bodies[i]!;
      if (kind === 'star' && far < radius + 2 * SHIP_UNITS) return i;
    }
    return NOTHING;
  }

  private placeOfSeat(seat: number): number {
    const { shared } = this;
    const { fields } = this.drawn;
    for (let i = 0; i < shared.count(); i++) {
      const ship = shared.types()[i] === fields.shipType;
      if (ship && shared.rows()[i * fields.stride + fields.ship.seat] === seat) return i;
    }
    return NOTHING;
  }

  /** Where an entry of the snapshot's roster was last drawn; where it stands, if it was not yet. */
  private drawnX(place: number): number {
    const was = this.drawn.places.get(this.shared.keys()[place]!);
    if (was >= 0) return this.drawn.x[was]!;
    return this.shared.rows()[place * this.drawn.fields.stride + this.drawn.fields.ship.x]! / UNIT;
  }

  private drawnY(place: number): number {
    const was = this.drawn.places.get(this.shared.keys()[place]!);
    if (was >= 0) return this.drawn.y[was]!;
    return this.shared.rows()[place * this.drawn.fields.stride + this.drawn.fields.ship.y]! / UNIT;
  }
}
