/**
 * A stand-in for the facade with the simplest rules: ships are pushed along x by their command's
 * number; command FIRE arms, and three ticks later a torpedo leaves at 12 units a tick.
 */
import type { Shared } from '../../../main/web/facade.ts';
import type { Place } from '../../../main/web/world/arena.ts';

export const UNIT = 65536;
const FIELDS = ['seat', 'driveB', 'x', 'y', 'vx', 'vy', 'heading', 'hull', 'flags', 'turnB'];
const SHOT_FIELDS = ['owner', 'life', 'x', 'y', 'vx', 'vy', 'shot'];
/** What a test needs of an arena without bodies. */
export const EMPTY: Place = {
  radius: 3000,
  bodies: [],
  x: new Float64Array(0),
  y: new Float64Array(0),
};
const SECRETS = ['energy', 'reload', 'jump', 'arming'];
export const FIRE = 1000;
export const ARMING_TICKS = 3;
export const LIFE_TICKS = 108;
const STRIDE = FIELDS.length;
const TYPES = ['ship', 'torpedo', 'shard'];

export interface Ball {
  readonly shared: Shared;
  tick: number;
  self: number;
  goneCount: number;
  readonly gone: Int32Array;
  eventCount: number;
  readonly events: Int32Array;
  readonly secrets: Int32Array;
  readonly rows: Int32Array;
  /** Sets the roster: one list per entity: key, type, then fields by name. */
  know(...entities: readonly Entity[]): void;
}

export interface Entity {
  readonly key: number;
  readonly type: string;
  readonly fields: Readonly<Record<string, number>>;
}

export function rowOf({ type, fields }: Entity): Int32Array {
  const row = new Int32Array(STRIDE);
  const names = type === 'ship' ? FIELDS : SHOT_FIELDS;
  if (type === 'ship') row[FIELDS.indexOf('hull')] = 100;
  for (const [name, value] of Object.entries(fields)) row[names.indexOf(name)] = value;
  return row;
}

export function ball(): Ball {
  const rows = new Int32Array(STRIDE * 16);
  const [types, keys, gone] = [new Int32Array(16), new Int32Array(16), new Int32Array(200)];
  const secrets = new Int32Array(SECRETS.length);
  const events = new Int32Array(64);
  let count = 0;
  const indexOf = (type: string, field: string) =>
    (type === 'ship' ? FIELDS : SHOT_FIELDS).indexOf(field);
  const move = (row: Int32Array, at: number) => {
    row[at + 2]! += row[at + 4]!;
    row[at + 3]! += row[at + 5]!;
  };
  const shared = {
    stride: () => STRIDE,
    rows: () => rows,
    types: () => types,
    keys: () => keys,
    count: () => count,
    secrets: () => secrets,
    self: () => world.self,
    tick: () => world.tick,
    gone: () => gone,
    goneCount: () => world.goneCount,
    typeIndex: (type: string) => TYPES.indexOf(type),
    fieldIndex: indexOf,
    secretIndex: (_type: string, field: string) => SECRETS.indexOf(field),
    eventIndex: (event: string) => ['hit', 'burst'].indexOf(event),
    eventCount: () => world.eventCount,
    events: () => events,
    eventStride: () => 4,
    drift: (_type: number, row: Int32Array, at: number, _tick: number, ticks: number) => {
      for (let i = 0; i < ticks; i++) move(row, at);
    },
    driftAll: (types: Int32Array, row: Int32Array, count: number) => {
      for (let i = 0; i < count; i++) if (types[i]! >= 0) move(row, i * STRIDE);
    },
    fly: (row: Int32Array, at: number, secrets: Int32Array, _a: number, command: number) => {
      if (secrets[3]! > 0) secrets[3]!--;
      if (command === FIRE) secrets[3] = ARMING_TICKS;
      else row[at + 4]! += command * UNIT;
      move(row, at);
    },
    launch: (ships: Int32Array, at: number, row: Int32Array, to: number) => {
      row[to] = ships[at]!;
      row[to + 1] = LIFE_TICKS;
      row[to + 2] = ships[at + 2]!;
      row[to + 3] = ships[at + 3]!;
      row[to + 4] = ships[at + 4]! + 12 * UNIT;
      row[to + 5] = ships[at + 5]!;
    },
  } as unknown as Shared;
  const world: Ball = {
    shared,
    tick: 0,
    self: -1,
    goneCount: 0,
    gone,
    eventCount: 0,
    events,
    secrets,
    rows,
    know(...entities) {
      count = entities.length;
      entities.forEach((entity, i) => {
        keys[i] = entity.key;
        types[i] = TYPES.indexOf(entity.type);
        rows.set(rowOf(entity), i * STRIDE);
      });
    },
  };
  return world;
}
