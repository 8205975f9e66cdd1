/**
 * A stand-in for the facade with the simplest rules: ships are pushed along x by their command's
 * number.
 */
import type { Shared } from '../../../main/web/facade.ts';

export const UNIT = 65536;
const FIELDS = ['seat', 'driveB', 'x', 'y', 'vx', 'vy', 'heading', 'hull', 'flags', 'turnB'];
const SHOT_FIELDS = ['owner', 'life', 'x', 'y', 'vx', 'vy'];
const STRIDE = FIELDS.length;
const TYPES = ['ship', 'torpedo', 'shard'];

export interface Ball {
  readonly shared: Shared;
  tick: number;
  self: number;
  goneCount: number;
  readonly gone: Int32Array;
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
  for (const [name, value] of Object.entries(fields)) row[names.indexOf(name)] = value;
  return row;
}

export function ball(): Ball {
  const rows = new Int32Array(STRIDE * 16);
  const [types, keys, gone] = [new Int32Array(16), new Int32Array(16), new Int32Array(200)];
  const secrets = new Int32Array(4);
  let count = 0;
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
    fieldIndex: (type: string, field: string) =>
      (type === 'ship' ? FIELDS : SHOT_FIELDS).indexOf(field),
    secretIndex: () => 0,
    drift: (_type: number, row: Int32Array, at: number, _tick: number, ticks: number) => {
      for (let i = 0; i < ticks; i++) move(row, at);
    },
    fly: (row: Int32Array, at: number, _s: Int32Array, _a: number, command: number) => {
      row[at + 4]! += command * UNIT;
      move(row, at);
    },
  } as unknown as Shared;
  const world: Ball = {
    shared,
    tick: 0,
    self: -1,
    goneCount: 0,
    gone,
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
