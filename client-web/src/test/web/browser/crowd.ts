/**
 * A fight as big as any: 200 ships, 300 torpedoes and all they strew, scripted, in wire integers.
 * The rules of movement are the real ones, only the roster is made up.
 */
import * as real from '#shared';
import type { Shared } from '../../../main/web/facade.ts';
import type { Welcome } from '../../../main/web/net/letters.ts';
import { ARMING, BOOST, type Fields, fieldsOf, THRUST } from '../../../main/web/world/fields.ts';

export const SHIPS = 200;
export const TORPEDOES = 300;
const UNIT = 65536;
const TICKS = 60;
const LIFE = 108;
export const FIRST_TICK = 1000;

export interface Crowd {
  readonly shared: Shared;
  readonly welcome: Welcome;
  /** Tells of the frame at a tick: everybody has flown on, some torpedoes ended, others left. */
  frame(tick: number): void;
}

/** `welcome` is a recorded message that begins a world. */
export function crowd(welcome: Int8Array): Crowd {
  real.receive(welcome);
  const letter = JSON.parse(real.letter()) as Welcome;
  const fields = fieldsOf(real);
  const stride = fields.stride;
  const count = SHIPS + TORPEDOES;
  const rows = new Int32Array(1024 * stride);
  const [types, keys] = [new Int32Array(1024), new Int32Array(1024)];
  const secrets = new Int32Array(real.secrets().length);
  const [gone, events] = [new Int32Array(4096), new Int32Array(1024)];
  const told = { tick: FIRST_TICK - 2, gone: 0, events: 0, key: 0 };
  for (let i = 0; i < count; i++) {
    types[i] = i < SHIPS ? fields.shipType : fields.torpedoType;
    keys[i] = ++told.key;
    if (i < SHIPS) ship(fields, rows, i);
    else torpedo(fields, rows, i, i % LIFE);
  }
  const end = (i: number) => {
    const at = told.gone++ * (stride + 3);
    gone.set([keys[i]!, types[i]!, 1], at);
    gone.set(rows.subarray(i * stride, (i + 1) * stride), at + 3);
    const victim = i % SHIPS;
    events.set(
      [fields.hitEvent, victim, rows[i * stride + fields.torpedo.owner]!, 25],
      told.events,
    );
    told.events += real.eventStride();
    keys[i] = ++told.key;
    torpedo(fields, rows, i, 0);
  };
  const shared: Shared = {
    ...real,
    tick: () => told.tick,
    ackedTick: () => told.tick,
    slack: () => 2,
    count: () => count,
    types: () => types,
    keys: () => keys,
    rows: () => rows,
    self: () => 0,
    secrets: () => secrets,
    goneCount: () => told.gone,
    gone: () => gone,
    eventCount: () => told.events / real.eventStride(),
    events: () => events,
  };
  return {
    shared,
    welcome: { ...letter, seat: 0, ticksPerSecond: TICKS, ticksPerFrame: 2 },
    frame(tick) {
      [told.gone, told.events] = [0, 0];
      for (let i = 0; i < count; i++) {
        real.drift(types[i]!, rows, i * stride, told.tick, tick - told.tick);
        const life = i * stride + fields.torpedo.life;
        if (i < SHIPS) continue;
        rows[life] = rows[life]! - (tick - told.tick);
        if (rows[life]! <= 20) end(i);
      }
      told.tick = tick;
    },
  };
}

function ship({ stride, ship }: Fields, rows: Int32Array, i: number): void {
  const angle = i * 2.4;
  const away = 260 + 40 * Math.sqrt(i * 4);
  const at = i * stride;
  rows[at + ship.seat] = i;
  rows[at + ship.x] = Math.cos(angle) * away * UNIT;
  rows[at + ship.y] = Math.sin(angle) * away * UNIT;
  rows[at + ship.vx] = (-Math.sin(angle) * 300 * UNIT) / TICKS;
  rows[at + ship.vy] = (Math.cos(angle) * 300 * UNIT) / TICKS;
  rows[at + ship.turn] = (i % 3) * 60 - 60;
  rows[at + ship.drive] = i % 4 === 0 ? BOOST : THRUST;
  rows[at + ship.heading] = (i * 4000) & 0xffff;
  rows[at + ship.hull] = 30 + (i % 70);
  rows[at + ship.flags] = i % 5 === 0 ? ARMING : 0;
}

function torpedo(fields: Fields, rows: Int32Array, i: number, age: number): void {
  const { stride, torpedo } = fields;
  const [owner, at] = [i % SHIPS, i * stride];
  const from = owner * stride;
  const angle = i * 0.7;
  rows[at + torpedo.owner] = owner;
  rows[at + torpedo.shot] = i & 255;
  rows[at + torpedo.life] = LIFE - age;
  rows[at + torpedo.x] = rows[from + fields.ship.x]! + Math.cos(angle) * 30 * UNIT;
  rows[at + torpedo.y] = rows[from + fields.ship.y]! + Math.sin(angle) * 30 * UNIT;
  rows[at + torpedo.vx] = (Math.cos(angle) * 700 * UNIT) / TICKS;
  rows[at + torpedo.vy] = (Math.sin(angle) * 700 * UNIT) / TICKS;
}
