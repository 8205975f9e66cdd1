/** What a snapshot tells of, and where it is seen. */
import { expect, test } from 'vitest';
import type { Place } from '../../../main/web/world/arena.ts';
import { CommandRing } from '../../../main/web/world/command-ring.ts';
import { Timeline } from '../../../main/web/world/timeline.ts';
import { ball, EMPTY, rowOf, UNIT } from './ball.ts';

const PICTURE_MILLIS = 1000 / 60;
const HIT = 0;
const BURST = 1;
const ship = (key: number, seat: number, x: number, vx = 0) => ({
  ...{ key, type: 'ship' },
  fields: { seat, x: x * UNIT, vx: vx * UNIT },
});
const torpedo = (owner: number, x: number) => ({
  ...{ key: 9, type: 'torpedo' },
  fields: { owner, life: 50, x: x * UNIT, vx: 12 * UNIT },
});

/** Two ships, drawn ten ticks ahead of the snapshot. */
function scene(arena: Place = EMPTY) {
  const world = ball();
  const timeline = new Timeline(world.shared, new CommandRing(), 60, arena);
  world.tick = 100;
  world.know(ship(7, 3, 0, 3), ship(8, 4, 400));
  timeline.snapshot();
  timeline.advance(110, 0, PICTURE_MILLIS);
  world.tick = 102;
  const told = () => {
    timeline.snapshot();
    const { incidents } = timeline;
    return Array.from({ length: incidents.count() }, (_, i) => incidents.sort[i]);
  };
  return { world, timeline, told };
}

test('a blow shows on the ship as drawn, at the side the torpedo came from', () => {
  const { world, timeline, told } = scene();
  world.know(ship(7, 3, 6, 3), ship(8, 4, 400));
  world.events.set([HIT, 0, 4, 25]);
  world.eventCount = 1;
  world.gone.set([9, 1, 1, ...rowOf(torpedo(4, -10))]);
  world.goneCount = 1;
  expect(told()).toEqual(['hit']);
  expect(timeline.incidents.x[0]).toBe(30 - 14);
  expect(timeline.incidents.size[0]).toBe(25);
  expect(timeline.incidents.vx[0]).toBe(180);
});

test('a blow that costs nothing rang a shield', () => {
  const { world, told } = scene();
  world.events.set([HIT, 0, 4, 0]);
  world.eventCount = 1;
  world.gone.set([9, 1, 1, ...rowOf(torpedo(4, -10))]);
  world.goneCount = 1;
  expect(told()).toEqual(['shielded']);
});

test('a blow without a torpedo is a ram if another dealt it, and a crash if nobody did', () => {
  const { world, timeline, told } = scene();
  world.events.set([HIT, 0, 4, 12, HIT, 1, 4, 12]);
  world.eventCount = 2;
  expect(told()).toEqual(['ram', 'crash']);
  expect(timeline.incidents.x[0]).toBe((30 + 400) / 2);
});

test('a torpedo that met a planet, or nothing known, is spent where it was', () => {
  const { world, timeline, told } = scene();
  world.gone.set([9, 1, 1, ...rowOf(torpedo(4, -300))]);
  world.goneCount = 1;
  expect(told()).toEqual(['spent']);
  expect(timeline.incidents.x[0]).toBe(-300);
});

test('a ship bursts once, where it was last drawn, however its end is told', () => {
  const { world, timeline, told } = scene();
  world.know(ship(7, 3, 6, 3), ship(8, 4, 400));
  world.events.set([BURST, 0, 4, 0]);
  world.eventCount = 1;
  expect(told()).toEqual(['burst']);
  expect(timeline.incidents.x[0]).toBe(30);
  world.tick = 104;
  world.eventCount = 0;
  world.gone.set([7, 0, 1, ...rowOf(ship(7, 3, 12, 3))]);
  world.goneCount = 1;
  world.know(ship(8, 4, 400));
  expect(told()).toEqual(['burst']);
});

test('a pilot who leaves takes the ship along, and one out of sight leaves nothing', () => {
  const { world, told } = scene();
  world.gone.set([7, 0, 1, ...rowOf(ship(7, 3, 6, 3)), 8, 0, 0, ...rowOf(ship(8, 4, 400))]);
  world.goneCount = 2;
  world.know();
  expect(told()).toEqual(['left']);
});

test('if the frame of its burst was skipped, a ship bursts when its end is told', () => {
  const { world, timeline, told } = scene();
  timeline.snapshot();
  world.tick = 106;
  world.gone.set([7, 0, 1, ...rowOf(ship(7, 3, 6, 3))]);
  world.goneCount = 1;
  world.know();
  expect(told()).toEqual(['burst']);
});

test('in a star a ship burns, at its surface', () => {
  const star: Place = {
    ...{ radius: 3000, bodies: [{ kind: 'star', radius: 100, hue: 40 }] },
    ...{ x: new Float64Array([120]), y: new Float64Array([0]) },
  };
  const { world, timeline, told } = scene(star);
  world.know(ship(7, 3, 15, 3), ship(8, 4, 400));
  world.events.set([BURST, 0, 4, 0]);
  world.eventCount = 1;
  expect(told()).toEqual(['burnt']);
  expect(timeline.incidents.x[0]).toBe(20);
  expect(timeline.incidents.vx[0]).toBe(-1);
});

test('a leap through hyperspace closes space here and opens it there', () => {
  const { world, timeline } = scene();
  world.know({ ...ship(7, 3, 900), fields: { seat: 3, x: 900 * UNIT, flags: 4 } });
  timeline.snapshot();
  timeline.advance(110, 0, PICTURE_MILLIS);
  const { incidents } = timeline;
  expect([incidents.sort[0], incidents.sort[1]]).toEqual(['vanished', 'arrived']);
  expect([incidents.x[0], incidents.x[1]]).toEqual([30, 900]);
});
