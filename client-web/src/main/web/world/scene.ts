/**
 * What is to be drawn at one instant, as the timeline leaves it for `render/` and `hud/`. One place
 * per entity of the roster; lengths in units, speeds in units per second, angles in radians.
 */
import type { Fields } from './fields.ts';
import type { Incidents } from './incidents.ts';

export interface Scene {
  /** The pilot's present, a tick with fraction. */
  readonly tick: number;
  /** Tick of the newest snapshot. */
  readonly known: number;
  readonly count: number;
  /** Place of own ship, or -1. */
  readonly self: number;
  /** 1 while frames arrive, falling to 0 as the world becomes a guess. */
  readonly signal: number;
  readonly keys: Int32Array;
  readonly types: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly vx: Float64Array;
  readonly vy: Float64Array;
  readonly heading: Float64Array;
  /** Predicted rows in wire integers, `fields` says where what stands. */
  readonly rows: Int32Array;
  readonly fields: Fields;
  /** How far the last snapshot moved own ship against its prediction, units. */
  readonly correction: number;
  /** Own energy, 1/256. */
  readonly energy: number;
  readonly incidents: Incidents;
}
