/**
 * Torpedoes that are seen to strike before the server can say so. In the drawn present a torpedo
 * meets a ship one round trip before the news of it arrives: it is shown to end there, and not to
 * fly on through its target. If the server saw no hit, it is shown again. Owned by the timeline.
 */
import type { Place } from './arena.ts';
import { type Fields, SHIP_UNITS, TORPEDO_UNITS } from './fields.ts';
import type { Incidents } from './incidents.ts';
import type { Sides } from './sides.ts';

/** What a contact is looked for in: the picture about to be drawn. */
export interface Present {
  readonly fields: Fields;
  readonly tick: number;
  readonly count: number;
  readonly types: Int32Array;
  readonly keys: Int32Array;
  readonly rows: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly vx: Float64Array;
  readonly vy: Float64Array;
  readonly incidents: Incidents;
}

const REACH_UNITS = SHIP_UNITS + TORPEDO_UNITS;
/** The server needs so much longer than the contact's own tick to have told of it. */
const GRACE_TICKS = 3;
/** At the bound all is forgotten: the worst is a torpedo that flies on through its target. */
const MOST = 512;
const MISSED = Number.POSITIVE_INFINITY;

export class Contacts {
  private readonly sides: Sides;
  private readonly arena: Place;
  /** The tick at which each torpedo, by key, was seen to strike. */
  private readonly ticks = new Map<number, number>();
  private readonly ships: Int32Array;
  private shipCount = 0;

  constructor(capacity: number, sides: Sides, arena: Place) {
    this.ships = new Int32Array(capacity);
    this.sides = sides;
    this.arena = arena;
  }

  /**
   * Hides what struck, by a life of 0 in its row. `known` is the newest snapshot's tick, `seconds`
   * the time since the last picture.
   */
  find(now: Present, known: number, seconds: number): void {
    this.listShips(now);
    const life = now.fields.torpedo.life;
    for (let i = 0; i < now.count; i++) {
      const at = i * now.fields.stride + life;
      if (now.types[i] !== now.fields.torpedoType || now.rows[at]! <= 0) continue;
      const struck = this.ticks.get(now.keys[i]!);
      if (struck === undefined) {
        if (!this.strikes(now, i, seconds)) continue;
        if (this.ticks.size >= MOST) this.ticks.clear();
        this.ticks.set(now.keys[i]!, now.tick);
        now.incidents.add('spent', this.owner(now, i), now.x[i]!, now.y[i]!);
      } else if (known > struck + GRACE_TICKS) {
        this.ticks.set(now.keys[i]!, MISSED);
        continue;
      }
      if (struck !== MISSED) now.rows[at] = 0;
    }
  }

  /** A torpedo is gone; true if it had been shown to strike. */
  forget(key: number): boolean {
    const struck = this.ticks.get(key);
    this.ticks.delete(key);
    return struck !== undefined && struck !== MISSED;
  }

  /** What was known under one key goes on under another. */
  rename(from: number, to: number): void {
    const struck = this.ticks.get(from);
    if (struck === undefined) return;
    this.ticks.delete(from);
    this.ticks.set(to, struck);
  }

  private listShips(now: Present): void {
    const { fields } = now;
    this.shipCount = 0;
    for (let i = 0; i < now.count; i++) {
      const alive = now.types[i] === fields.shipType;
      if (alive && now.rows[i * fields.stride + fields.ship.hull]! > 0) {
        this.ships[this.shipCount++] = i;
      }
    }
  }

  private strikes(now: Present, i: number, seconds: number): boolean {
    const owner = this.owner(now, i);
    for (let n = 0; n < this.shipCount; n++) {
      const ship = this.ships[n]!;
      if (!meets(now, i, ship, seconds)) continue;
      const seat = now.rows[ship * now.fields.stride + now.fields.ship.seat]!;
      if (seat !== owner && !this.sides.friends(seat, owner)) return true;
    }
    const { bodies, x, y } = this.arena;
    for (let b = 0; b < bodies.length; b++) {
      const [dx, dy] = [now.x[i]! - x[b]!, now.y[i]! - y[b]!];
      if (dx * dx + dy * dy < bodies[b]!.radius ** 2) return true;
    }
    return false;
  }

  private owner(now: Present, i: number): number {
    return now.rows[i * now.fields.stride + now.fields.torpedo.owner]!;
  }
}

/** Did they come near enough to each other in the last `seconds`? Both flew straight. */
function meets(now: Present, torpedo: number, ship: number, seconds: number): boolean {
  const dx = now.x[torpedo]! - now.x[ship]!;
  const dy = now.y[torpedo]! - now.y[ship]!;
  const reach = REACH_UNITS + 2000 * seconds;
  if (dx > reach || dx < -reach || dy > reach || dy < -reach) return false;
  const wx = now.vx[torpedo]! - now.vx[ship]!;
  const wy = now.vy[torpedo]! - now.vy[ship]!;
  const way2 = wx * wx + wy * wy;
  const ago = way2 === 0 ? 0 : Math.max(0, Math.min(seconds, (dx * wx + dy * wy) / way2));
  const [nx, ny] = [dx - wx * ago, dy - wy * ago];
  return nx * nx + ny * ny <= REACH_UNITS * REACH_UNITS;
}
