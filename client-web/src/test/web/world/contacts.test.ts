/** Torpedoes that strike in the drawn present, before the news of it. */
import { expect, test } from 'vitest';
import { CommandRing } from '../../../main/web/world/command-ring.ts';
import { Timeline } from '../../../main/web/world/timeline.ts';
import { ball, EMPTY, rowOf, UNIT } from './ball.ts';

const PICTURE_MILLIS = 1000 / 60;

/** A torpedo of seat 4 flies towards the ship of seat 3, which stands 100 units away. */
function duel() {
  const world = ball();
  const timeline = new Timeline(world.shared, new CommandRing(), 60, EMPTY);
  const target = { key: 7, type: 'ship', fields: { seat: 3, x: 100 * UNIT } };
  const shooter = { key: 8, type: 'ship', fields: { seat: 4, x: -60 * UNIT } };
  const torpedo = (x: number) => ({
    ...{ key: 9, type: 'torpedo' },
    fields: { owner: 4, life: 60, x: x * UNIT, vx: 12 * UNIT },
  });
  world.tick = 100;
  world.know(target, shooter, torpedo(0));
  timeline.snapshot();
  const life = 2 * timeline.fields.stride + timeline.fields.torpedo.life;
  const flies = () => timeline.rows[life]! > 0;
  const draw = (tick: number) => timeline.advance(tick, 0, PICTURE_MILLIS);
  return { world, timeline, target, shooter, torpedo, flies, draw };
}

test('it ends at the hull it meets, with a flash there', () => {
  const { timeline, flies, draw } = duel();
  draw(106);
  expect(flies()).toBe(true);
  draw(107);
  expect(flies()).toBe(false);
  expect(timeline.incidents.sort[0]).toBe('spent');
  expect(timeline.incidents.x[0]).toBe(84);
  draw(112);
  expect(flies()).toBe(false);
  expect(timeline.incidents.count()).toBe(1);
});

test('one that meets a ship between two pictures does not slip through', () => {
  const { flies, draw } = duel();
  draw(104);
  draw(112);
  expect(flies()).toBe(true);
  const late = duel();
  late.draw(104);
  late.timeline.advance(111, 0, 100);
  expect(late.flies()).toBe(false);
});

test('it flies on if the server saw no hit', () => {
  const { world, timeline, target, shooter, torpedo, flies, draw } = duel();
  draw(107);
  world.tick = 112;
  world.know(target, shooter, torpedo(12 * 12));
  timeline.snapshot();
  draw(113);
  expect(flies()).toBe(true);
  draw(114);
  expect(flies()).toBe(true);
});

test('it passes its own ship, and friends', () => {
  const { timeline, flies, draw } = duel();
  timeline.sides.take([
    { seat: 3, team: 2 },
    { seat: 4, team: 2 },
  ]);
  for (let tick = 101; tick < 116; tick++) draw(tick);
  expect(flies()).toBe(true);
});

test('the news of a hit that was seen is the blow, and not another end', () => {
  const { world, timeline, target, shooter, torpedo, draw } = duel();
  draw(108);
  timeline.incidents.clear();
  world.tick = 108;
  world.know(target, shooter);
  world.gone.set([9, 1, 1, ...rowOf(torpedo(96))]);
  world.goneCount = 1;
  world.events.set([0, 0, 4, 25]);
  world.eventCount = 1;
  timeline.snapshot();
  expect(timeline.incidents.count()).toBe(1);
  expect(timeline.incidents.sort[0]).toBe('hit');
});
