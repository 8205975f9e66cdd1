/** Where each field stands in an entity's row, asked of the facade once. */
import type { Shared } from '../facade.ts';

export interface MotionFields {
  readonly x: number;
  readonly y: number;
  readonly vx: number;
  readonly vy: number;
}

export interface ShipFields extends MotionFields {
  readonly seat: number;
  readonly turn: number;
  readonly drive: number;
  readonly heading: number;
  readonly hull: number;
  readonly flags: number;
}

export interface TorpedoFields extends MotionFields {
  readonly owner: number;
  readonly shot: number;
  readonly life: number;
}

export interface ShardFields extends MotionFields {
  readonly worth: number;
  readonly life: number;
}

export interface Fields {
  readonly stride: number;
  readonly shipType: number;
  readonly torpedoType: number;
  readonly shardType: number;
  readonly ship: ShipFields;
  readonly torpedo: TorpedoFields;
  readonly shard: ShardFields;
  /** Owner-only fields of a ship. */
  readonly energy: number;
  readonly reload: number;
  readonly jump: number;
  readonly arming: number;
  /** Indices of events. */
  readonly hitEvent: number;
  readonly burstEvent: number;
}

/** Bits of a ship's `flags`; TELEPORT changes its value with each jump. */
export const SHIELD = 1;
export const ARMING = 2;
export const TELEPORT = 4;

/** Values of a ship's `drive`. */
export const COAST = 0;
export const THRUST = 1;
export const BOOST = 2;
export const BRAKE = 3;

export const UNIT = 65536;
export const FULL_CIRCLE = 65536;
export const FULL_ENERGY = 25600;
export const FULL_HULL = 100;
export const RELOAD_SECONDS = 0.25;
export const JUMP_SECONDS = 12;
export const TORPEDO_SECONDS = 1.8;
export const SHIP_UNITS = 14;
export const TORPEDO_UNITS = 4;
export const RESPAWN_SECONDS = 3;

export function fieldsOf(shared: Shared): Fields {
  const motion = (type: string): MotionFields => ({
    x: shared.fieldIndex(type, 'x'),
    y: shared.fieldIndex(type, 'y'),
    vx: shared.fieldIndex(type, 'vx'),
    vy: shared.fieldIndex(type, 'vy'),
  });
  return {
    stride: shared.stride(),
    shipType: shared.typeIndex('ship'),
    torpedoType: shared.typeIndex('torpedo'),
    shardType: shared.typeIndex('shard'),
    ship: {
      ...motion('ship'),
      seat: shared.fieldIndex('ship', 'seat'),
      turn: shared.fieldIndex('ship', 'turnB'),
      drive: shared.fieldIndex('ship', 'driveB'),
      heading: shared.fieldIndex('ship', 'heading'),
      hull: shared.fieldIndex('ship', 'hull'),
      flags: shared.fieldIndex('ship', 'flags'),
    },
    torpedo: {
      ...motion('torpedo'),
      owner: shared.fieldIndex('torpedo', 'owner'),
      shot: shared.fieldIndex('torpedo', 'shot'),
      life: shared.fieldIndex('torpedo', 'life'),
    },
    shard: {
      ...motion('shard'),
      worth: shared.fieldIndex('shard', 'worth'),
      life: shared.fieldIndex('shard', 'life'),
    },
    energy: shared.secretIndex('ship', 'energy'),
    reload: shared.secretIndex('ship', 'reload'),
    jump: shared.secretIndex('ship', 'jump'),
    arming: shared.secretIndex('ship', 'arming'),
    hitEvent: shared.eventIndex('hit'),
    burstEvent: shared.eventIndex('burst'),
  };
}

export function motionOf(fields: Fields, type: number): MotionFields {
  if (type === fields.shipType) return fields.ship;
  return type === fields.torpedoType ? fields.torpedo : fields.shard;
}
