/** What the instruments show of a flight. */
import type { Flight } from '../flight.ts';
import { FULL_ENERGY, FULL_HULL, JUMP_SECONDS, RELOAD_SECONDS } from '../world/fields.ts';

export interface Readings {
  readonly alive: boolean;
  readonly pingMillis: number;
  readonly speed: number;
  /** 0..1, 1 is full or ready. */
  readonly hull: number;
  readonly energy: number;
  readonly reload: number;
  readonly jump: number;
  readonly jumpSeconds: number;
  /** Units per second squared. */
  readonly gravityX: number;
  readonly gravityY: number;
  /** Distance to the middle by the arena's radius. */
  readonly outwards: number;
  /** 1 while frames arrive. */
  readonly signal: number;
}

export function readingsOf(flight: Flight): Readings {
  const { timeline, clock, gravity, arena, ticksPerSecond } = flight;
  const { self, fields, secrets } = timeline;
  const alive = self >= 0;
  const [x, y] = alive ? [timeline.x[self]!, timeline.y[self]!] : [0, 0];
  if (alive) gravity.at(x, y, timeline.tick);
  const jumpSeconds = alive ? secrets[fields.jump]! / ticksPerSecond : 0;
  return {
    alive,
    pingMillis: clock.pingMillis(),
    speed: alive ? Math.hypot(timeline.vx[self]!, timeline.vy[self]!) : 0,
    hull: alive ? timeline.rows[self * fields.stride + fields.ship.hull]! / FULL_HULL : 0,
    energy: timeline.energy / FULL_ENERGY,
    reload: alive ? 1 - secrets[fields.reload]! / (RELOAD_SECONDS * ticksPerSecond) : 0,
    jump: 1 - jumpSeconds / JUMP_SECONDS,
    jumpSeconds,
    gravityX: alive ? gravity.x : 0,
    gravityY: alive ? gravity.y : 0,
    outwards: Math.hypot(x, y) / arena.radius,
    signal: timeline.signal,
  };
}
