/** A spectator's eye over the simplest rules. */
import { expect, test } from 'vitest';
import { Eye } from '../../../main/web/watch/eye.ts';
import { CommandRing } from '../../../main/web/world/command-ring.ts';
import { Timeline } from '../../../main/web/world/timeline.ts';
import { ball, EMPTY, UNIT } from '../world/ball.ts';

function sky() {
  const world = ball();
  const timeline = new Timeline(world.shared, new CommandRing(), 60, EMPTY);
  world.tick = 100;
  world.self = -1;
  const ship = (key: number, seat: number, x: number) => ({
    ...{ key, type: 'ship', fields: { seat, x: x * UNIT } },
  });
  world.know(ship(1, 4, 100), ship(2, 2, -300), ship(3, 9, 500));
  timeline.snapshot();
  timeline.advance(100, 0, 16);
  return timeline;
}

test('it looks for somebody to follow and glides there', () => {
  const [eye, scene] = [new Eye(() => [4, 2, 9]), sky()];
  for (let i = 0; i < 200; i++) eye.advance(scene, 1 / 60);
  expect(eye.seat).toBe(2);
  expect(eye.x).toBeCloseTo(-300, 0);
});

test('it cycles by seat, both ways and round', () => {
  const eye = new Eye(() => [4, 2, 9]);
  const seats = [1, 1, 1, 1].map((step) => {
    eye.cycle(step as 1);
    return eye.seat;
  });
  expect(seats).toEqual([2, 4, 9, 2]);
  eye.cycle(-1);
  expect(eye.seat).toBe(9);
});

test('a hand that moves it sets it free, and the zoom has bounds', () => {
  const [eye, scene] = [new Eye(() => [4, 2, 9]), sky()];
  eye.cycle(1);
  eye.pan(50, -20);
  for (let i = 0; i < 60; i++) eye.advance(scene, 1 / 60);
  expect([eye.seat, eye.x, eye.y]).toEqual([-1, 50, -20]);
  for (let i = 0; i < 60; i++) eye.zoomBy(2);
  expect(eye.zoom).toBe(2.5);
});
