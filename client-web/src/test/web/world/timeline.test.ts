/** The one timeline over the simplest rules. */
import { expect, test } from 'vitest';
import { CommandRing } from '../../../main/web/world/command-ring.ts';
import { TELEPORT } from '../../../main/web/world/fields.ts';
import { Timeline } from '../../../main/web/world/timeline.ts';
import { ball, EMPTY, rowOf, UNIT } from './ball.ts';

const PICTURE_MILLIS = 1000 / 60;
const ship = (key: number, fields: Record<string, number>) => ({ key, type: 'ship', fields });

function ownShipAt(x: number, vx: number) {
  const world = ball();
  const ring = new CommandRing();
  const timeline = new Timeline(world.shared, ring, 60, EMPTY);
  world.tick = 100;
  world.self = 0;
  world.know(ship(7, { x: x * UNIT, vx: vx * UNIT }));
  timeline.snapshot();
  return { world, ring, timeline };
}

test('own ship is flown by the commands since the snapshot', () => {
  const { ring, timeline } = ownShipAt(0, 0);
  ring.put(101, 1);
  ring.put(102, 2);
  timeline.advance(102, 0, PICTURE_MILLIS);
  expect(timeline.x[0]).toBe(1 + 3);
});

test('between two ticks the command that is held already shows', () => {
  const { timeline } = ownShipAt(0, 0);
  timeline.advance(100.5, 4, PICTURE_MILLIS);
  expect(timeline.x[0]).toBe(2);
});

test('a snapshot that agrees with the prediction corrects nothing', () => {
  const { world, ring, timeline } = ownShipAt(0, 5);
  for (let tick = 101; tick <= 110; tick++) ring.put(tick, tick % 3);
  timeline.advance(106.25, ring.get(107), PICTURE_MILLIS);
  const [row, secrets] = [rowOf(ship(7, { vx: 5 * UNIT })), new Int32Array(4)];
  for (let tick = 101; tick <= 104; tick++) {
    world.shared.fly(row, 0, secrets, 0, ring.get(tick), tick);
  }
  world.rows.set(row);
  world.tick = 104;
  timeline.snapshot();
  timeline.advance(107.25, ring.get(108), PICTURE_MILLIS);
  expect(timeline.correction).toBe(0);
});

test('a correction moves the drawing softly and the simulation at once', () => {
  const { world, timeline } = ownShipAt(0, 0);
  timeline.advance(101, 0, PICTURE_MILLIS);
  world.know(ship(7, { x: 20 * UNIT }));
  timeline.snapshot();
  timeline.advance(101, 0, PICTURE_MILLIS);
  expect(timeline.correction).toBe(20);
  expect(timeline.x[0]).toBeGreaterThan(2);
  expect(timeline.x[0]).toBeLessThan(10);
  expect(timeline.rows[2]).toBe(20 * UNIT);
  for (let i = 0; i < 60; i++) timeline.advance(101, 0, PICTURE_MILLIS);
  expect(timeline.x[0]).toBeCloseTo(20, 1);
});

test('an error beyond 96 units and a jump through hyperspace are not smoothed', () => {
  const { world, timeline } = ownShipAt(0, 0);
  timeline.advance(101, 0, PICTURE_MILLIS);
  world.know(ship(7, { x: 97 * UNIT }));
  timeline.snapshot();
  timeline.advance(101, 0, PICTURE_MILLIS);
  expect(timeline.x[0]).toBe(97);
  world.know(ship(7, { x: 80 * UNIT, flags: TELEPORT }));
  timeline.snapshot();
  timeline.advance(101, 0, PICTURE_MILLIS);
  expect(timeline.x[0]).toBe(80);
});

test('others are drawn in the present too, wherever they stand in the roster', () => {
  const { world, timeline } = ownShipAt(0, 0);
  timeline.advance(101, 0, PICTURE_MILLIS);
  world.self = 1;
  world.know(ship(9, { seat: 1, x: 50 * UNIT, vx: 2 * UNIT }), ship(7, {}));
  timeline.snapshot();
  timeline.advance(110, 0, PICTURE_MILLIS);
  expect(timeline.x[0]).toBe(70);
  expect(timeline.self).toBe(1);
});

test('after a second without frames the world stands still and has lost its signal', () => {
  const { timeline } = ownShipAt(0, 1);
  timeline.advance(120, 0, PICTURE_MILLIS);
  expect(timeline.signal).toBe(1);
  timeline.advance(500, 0, PICTURE_MILLIS);
  const stands = timeline.x[0];
  timeline.advance(600, 0, PICTURE_MILLIS);
  expect(timeline.x[0]).toBe(stands);
  expect(timeline.signal).toBe(0);
});

test('a returning tab draws the newest snapshot, not the backlog', () => {
  const { world, timeline } = ownShipAt(0, 0);
  timeline.advance(101, 0, PICTURE_MILLIS);
  for (let n = 1; n <= 300; n++) {
    world.tick = 100 + 2 * n;
    world.know(ship(7, { x: n * UNIT }));
    timeline.snapshot();
  }
  timeline.advance(705, 0, 10_000);
  expect(timeline.tick).toBe(705);
  expect(timeline.x[0]).toBeCloseTo(300, 5);
});

test('a torpedo is drawn where it is from the first, and a streak tells of the way it came', () => {
  const { world, timeline } = ownShipAt(-500, 0);
  timeline.advance(108, 0, PICTURE_MILLIS);
  world.tick = 102;
  world.know(ship(7, { seat: 3, x: -500 * UNIT }), ship(9, { seat: 4 }), {
    key: 8,
    type: 'torpedo',
    fields: { owner: 4, life: 107, x: 20 * UNIT, vx: 12 * UNIT },
  });
  timeline.snapshot();
  timeline.advance(108, 0, 0);
  const { incidents } = timeline;
  expect(timeline.x[2]).toBe(20 + 6 * 12);
  expect(incidents.sort[0]).toBe('launched');
  expect(incidents.size[0]).toBeCloseTo(7 / 60);
  expect(incidents.x[0]! - incidents.vx[0]! * incidents.size[0]!).toBeCloseTo(8);
});

test('what outlives its time before the news of it is no longer drawn', () => {
  const { world, timeline } = ownShipAt(-500, 0);
  world.know(ship(7, { x: -500 * UNIT }), {
    key: 8,
    type: 'torpedo',
    fields: { owner: 4, life: 5 },
  });
  timeline.snapshot();
  timeline.advance(104, 0, PICTURE_MILLIS);
  expect(timeline.rows[timeline.fields.stride + timeline.fields.torpedo.life]).toBe(1);
  timeline.advance(106, 0, PICTURE_MILLIS);
  expect(timeline.rows[timeline.fields.stride + timeline.fields.torpedo.life]).toBe(0);
});

/** The fastest a ship flies: boosted, 900 units a second. */
const FULL_SPEED_UNITS = 15;

test('a second of silence and a burst: the newest is drawn at once, and nothing races', () => {
  const { world, timeline } = ownShipAt(0, FULL_SPEED_UNITS);
  let before = 0;
  const draw = (from: number, to: number) => {
    for (let tick = from; tick <= to; tick++) {
      timeline.advance(tick, 0, PICTURE_MILLIS);
      expect(timeline.x[0]! - before).toBeLessThanOrEqual(FULL_SPEED_UNITS * 1.3);
      before = timeline.x[0]!;
    }
  };
  draw(101, 160);
  for (let n = 1; n <= 28; n++) {
    world.tick = 100 + 2 * n;
    world.know(ship(7, { x: (n * 30 + 60) * UNIT, vx: FULL_SPEED_UNITS * UNIT }));
    timeline.snapshot();
  }
  timeline.advance(161, 0, PICTURE_MILLIS);
  expect(timeline.rows[2]! / UNIT).toBe(60 + 61 * FULL_SPEED_UNITS);
  before = timeline.x[0]!;
  draw(162, 210);
  expect(before).toBeCloseTo(60 + 110 * FULL_SPEED_UNITS, 1);
});
