/**
 * A whole flight in virtual time: the page's own clock, commands and timeline against a room that
 * flies by the real rules, over a far and uneven link.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as real from '#shared';
import type { Shared } from '../../main/web/facade.ts';
import { Flight } from '../../main/web/flight.ts';
import type { Pilot } from '../../main/web/input/pilot.ts';
import type { Welcome } from '../../main/web/net/letters.ts';
import type { Link } from '../../main/web/net/link.ts';
import { Camera } from '../../main/web/render/camera.ts';
import { fieldsOf } from '../../main/web/world/fields.ts';

const TICK_MILLIS = 1000 / 60;
const UNIT = 65536;
const SETTLED_MILLIS = 3000;

interface Message {
  readonly at: number;
  arrive(): void;
}

/** One way of a link: in order, each message late by `delay`. */
class Way {
  private readonly messages: Message[] = [];
  private last = 0;
  private readonly delay: () => number;

  constructor(delay: () => number) {
    this.delay = delay;
  }

  send(now: number, arrive: () => void): void {
    this.last = Math.max(this.last, now + this.delay());
    this.messages.push({ at: this.last, arrive });
  }

  run(now: number): void {
    while (this.messages.length > 0 && this.messages[0]!.at <= now) this.messages.shift()!.arrive();
  }
}

function welcome(): Welcome {
  const file = new URL('../../../../docs/vectors/messages.json', import.meta.url);
  const { server } = JSON.parse(readFileSync(file, 'utf8'));
  const { hex } = server.find((each: { letter: string }) => each.letter.includes('"welcome"'));
  real.receive(Int8Array.from(hex.match(/../g), (each: string) => Number.parseInt(each, 16)));
  const letter = JSON.parse(real.letter());
  return { ...letter, seat: 0, ticksPerSecond: 60, ticksPerFrame: 2 };
}

/** The room lets go of what is further ahead. */
const MOST_AHEAD_TICKS = 32;

/**
 * Flies for so long and returns each correction of own ship after the clock has settled. A picture
 * takes so many ticks, in which the page hears nothing.
 */
function corrections(
  oneWay: () => number,
  seconds: number,
  pictureTicks = () => 1,
): { found: number[]; late: number } {
  const letter = welcome();
  const fields = fieldsOf(real);
  const { stride } = fields;
  const room = { tick: 100, row: new Int32Array(stride), secrets: new Int32Array(8), late: 0 };
  room.row[fields.ship.x] = 900 * UNIT;
  room.row[fields.ship.hull] = 100;
  room.secrets[fields.energy] = 20_000;
  const orders = new Map<number, number>();
  let [held, acked, slack, worst] = [0, -1, 0, Number.POSITIVE_INFINITY];
  const seen = { tick: 100, acked: -1, slack: 0 };
  const rows = new Int32Array(1024 * stride);
  const [types, keys] = [new Int32Array(1024), new Int32Array(1024).fill(1)];
  const secrets = new Int32Array(real.secrets().length);
  const [up, down] = [new Way(oneWay), new Way(oneWay)];
  let now = 0;
  const shared: Shared = {
    ...real,
    tick: () => seen.tick,
    ackedTick: () => seen.acked,
    slack: () => seen.slack,
    count: () => 1,
    types: () => types,
    keys: () => keys,
    rows: () => rows,
    self: () => 0,
    secrets: () => secrets,
    goneCount: () => 0,
    eventCount: () => 0,
    commands: (_seen, first, packed, count) => {
      const bundle = packed.slice(0, count);
      up.send(now, () => {
        bundle.forEach((each, i) => {
          const ahead = first + i - room.tick;
          if (ahead > 0 && ahead <= MOST_AHEAD_TICKS) orders.set(first + i, each);
          else room.late++;
        });
        worst = Math.min(worst, Math.floor(2 * (first - 100 - now / TICK_MILLIS)));
      });
      return new Int8Array(0);
    },
  };
  const flight = new Flight(shared, letter);
  const link = { ready: () => true, send: () => {} } as unknown as Link;
  const pilot = {
    command: () => script(now),
    stamped: () => {},
  } as unknown as Pilot;
  const camera = new Camera();
  const found: number[] = [];
  let [drawn, pinged] = [0, -1000];
  for (let step = 0; now < seconds * 1000; step++) {
    now = step * (TICK_MILLIS / 2);
    up.run(now);
    if (step % 2 === 0 && step > 0) {
      const order = orders.get(room.tick + 1);
      held = order ?? held;
      real.fly(room.row, 0, room.secrets, 0, held, room.tick++);
      if (order !== undefined) acked = room.tick;
      if (room.tick % 2 === 0) {
        if (worst !== Number.POSITIVE_INFINITY) slack = worst;
        worst = Number.POSITIVE_INFINITY;
        const told = { tick: room.tick, acked, slack };
        const [row, owned] = [room.row.slice(), room.secrets.slice(0, secrets.length)];
        down.send(now, () => {
          Object.assign(seen, told);
          rows.set(row);
          secrets.set(owned);
          flight.snapshot(now);
        });
      }
    }
    if (step < drawn) continue;
    down.run(now);
    if (now >= pinged + 1000) {
      pinged = now;
      flight.clock.roundTrip(oneWay() + oneWay(), now);
    }
    if (step % 2 === 0) continue;
    drawn = step + 2 * pictureTicks() - 1;
    flight.command(now, pilot, link, camera);
    const known = flight.timeline.known;
    flight.advance(now);
    if (now > SETTLED_MILLIS && known % 2 === 0) found.push(flight.timeline.correction);
    if (now <= SETTLED_MILLIS) room.late = 0;
  }
  return { found: found.sort((a, b) => a - b), late: room.late };
}

/** Turns, thrust and boost, changing several times a second. */
function script(now: number): number {
  const beat = Math.floor(now / 170);
  const [thrust, boost] = [beat % 3 !== 0, beat % 7 === 0];
  return real.pack(
    beat % 4 === 1 ? 1 : beat % 4 === 3 ? 2 : 0,
    0,
    thrust,
    false,
    boost,
    false,
    false,
  );
}

/** Cheap, seeded chance. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

test('over a far and uneven link only late commands correct the own ship', () => {
  const roll = dice(7);
  const { found, late } = corrections(() => 75 + 15 * roll(), 20);
  expect(found.length).toBeGreaterThan(900);
  expect(late).toBeLessThan(found.length * 0.005);
  expect(found[Math.floor(found.length * 0.99)]!).toBeLessThanOrEqual(0.5);
});

test('nor is it where pictures are slow: what is flown again and stamped ahead is all kept', () => {
  const roll = dice(7);
  const slow = () => 8 + Math.floor(4 * roll());
  const { found, late } = corrections(() => 460, 40, slow);
  expect(found.length).toBeGreaterThan(200);
  expect(late).toBeLessThan(found.length * 0.005);
  expect(found[Math.floor(found.length * 0.99)]!).toBeLessThanOrEqual(0.5);
});

test('over a near and even link own ship is never corrected at all', () => {
  const { found, late } = corrections(() => 20, 12);
  expect(late).toBe(0);
  expect(found.at(-1)!).toBeLessThan(1e-9);
});
