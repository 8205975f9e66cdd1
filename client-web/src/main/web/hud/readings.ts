/** What the instruments show of a flight. */
import type { Flight } from '../flight.ts';
import { FULL_ENERGY, FULL_HULL } from '../world/fields.ts';
import type { Readings } from './hud.ts';

export function readingsOf(flight: Flight, frameAgeMillis: number): Readings {
  const { timeline, clock } = flight;
  const { self, fields } = timeline;
  const alive = self >= 0;
  return {
    pingMillis: clock.pingMillis(),
    frameAgeMillis: Math.max(0, frameAgeMillis),
    speed: alive ? Math.hypot(timeline.vx[self]!, timeline.vy[self]!) : 0,
    hull: alive ? timeline.rows[self * fields.stride + fields.ship.hull]! / FULL_HULL : 0,
    energy: timeline.energy / FULL_ENERGY,
    alive,
  };
}
