/** Own torpedoes from the key to the server's word, over the simplest rules. */
import { expect, test } from 'vitest';
import { CommandRing } from '../../../main/web/world/command-ring.ts';
import { ARMING } from '../../../main/web/world/fields.ts';
import { Timeline } from '../../../main/web/world/timeline.ts';
import { ARMING_TICKS, ball, EMPTY, FIRE, LIFE_TICKS, UNIT } from './ball.ts';

const PICTURE_MILLIS = 1000 / 60;
const TRIGGER = 105;
const LAUNCH = TRIGGER + ARMING_TICKS;
const ship = { key: 7, type: 'ship', fields: { seat: 3 } };

/** Own ship stands at 0; the trigger is pressed for tick 105, while the server is known to 100. */
function fired() {
  const world = ball();
  const ring = new CommandRing();
  const timeline = new Timeline(world.shared, ring, 60, EMPTY);
  world.tick = 100;
  world.self = 0;
  world.know(ship);
  timeline.snapshot();
  ring.put(TRIGGER, FIRE);
  const torpedo = (shot: number, launched: number) => ({
    key: 20 + shot,
    type: 'torpedo',
    fields: {
      ...{ owner: 3, shot, vx: 12 * UNIT },
      ...{ life: LIFE_TICKS - (world.tick - launched), x: (world.tick - launched) * 12 * UNIT },
    },
  });
  const draw = (tick: number) => timeline.advance(tick, 0, PICTURE_MILLIS);
  const shots = () => {
    const { fields, types, rows, count } = timeline;
    return Array.from({ length: count }, (_, i) => i).filter(
      (i) => types[i] === fields.torpedoType && rows[i * fields.stride + fields.torpedo.life]! > 0,
    );
  };
  return { world, timeline, torpedo, draw, shots };
}

test('the tube glows in the picture of the key, and the torpedo leaves when it is wound up', () => {
  const { timeline, draw, shots } = fired();
  timeline.advance(TRIGGER - 0.5, FIRE, PICTURE_MILLIS);
  const { flags } = timeline.fields.ship;
  expect(shots()).toEqual([]);
  draw(LAUNCH - 0.1);
  expect(shots()).toEqual([]);
  draw(LAUNCH);
  expect(shots()).toEqual([1]);
  expect(timeline.x[1]).toBe(0);
  draw(LAUNCH + 2.5);
  expect(timeline.x[1]).toBe(30);
  expect(flags).toBeGreaterThanOrEqual(0);
  expect(ARMING).toBe(2);
});

test('the server tells of it, and it flies on as one torpedo without a step', () => {
  const { world, timeline, torpedo, draw, shots } = fired();
  draw(LAUNCH + 6);
  world.tick = LAUNCH + 2;
  world.know(ship, torpedo(1, LAUNCH));
  timeline.snapshot();
  draw(LAUNCH + 7);
  expect(shots()).toEqual([1]);
  expect(timeline.keys[1]).toBe(21);
  expect(timeline.x[1]).toBe(7 * 12);
  expect(timeline.incidents.count()).toBe(0);
});

test('a trigger that reached the room late moves its torpedo softly to where it truly is', () => {
  const { world, timeline, torpedo, draw, shots } = fired();
  draw(LAUNCH + 10);
  world.tick = LAUNCH + 6;
  world.know(ship, torpedo(1, LAUNCH + 4));
  timeline.snapshot();
  draw(LAUNCH + 10);
  expect(shots()).toEqual([1]);
  expect(timeline.x[1]).toBeGreaterThan(6 * 12);
  expect(timeline.x[1]).toBeLessThan(10 * 12);
  for (let i = 0; i < 60; i++) draw(LAUNCH + 10);
  expect(timeline.x[1]).toBeCloseTo(6 * 12, 1);
});

test('a shot the server never told of fades a quarter of a second after its news was due', () => {
  const { world, timeline, draw, shots } = fired();
  draw(LAUNCH);
  for (let after = 2; after <= 26; after += 2) {
    world.tick = LAUNCH + after;
    world.know(ship);
    timeline.snapshot();
    draw(LAUNCH + after + 6);
    expect(shots()).toEqual([1]);
  }
  world.tick = LAUNCH + 28;
  world.know(ship);
  timeline.snapshot();
  draw(LAUNCH + 34);
  expect(shots()).toEqual([]);
  expect(timeline.count).toBe(1);
});

test('a lost shot does not take the place of the next one, whose number it had', () => {
  const { world, timeline, torpedo, draw, shots } = fired();
  draw(LAUNCH);
  world.tick = LAUNCH + 2;
  world.know(ship);
  world.secrets[3] = 13;
  timeline.snapshot();
  draw(LAUNCH + 15);
  expect(shots()).toHaveLength(2);
  world.tick = LAUNCH + 16;
  world.secrets[3] = 0;
  world.know(ship, torpedo(1, LAUNCH + 15));
  timeline.snapshot();
  draw(LAUNCH + 17);
  expect(shots().map((i) => timeline.keys[i])).toEqual([21, -1]);
});
