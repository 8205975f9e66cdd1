/** A spectator's eye over the simplest rules. */
import { expect, test } from 'vitest';
import { Eye } from '../../../main/web/watch/eye.ts';
import { ANYONE, FREE, LEADER, type Subject } from '../../../main/web/watch/subject.ts';
import { CommandRing } from '../../../main/web/world/command-ring.ts';
import { Timeline } from '../../../main/web/world/timeline.ts';
import { ball, EMPTY, UNIT } from '../world/ball.ts';
import { pilots } from './pilots.ts';

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
  const [eye, scene] = [new Eye(pilots([4, 2, 9]), ANYONE), sky()];
  for (let i = 0; i < 200; i++) eye.advance(scene, 1 / 60);
  expect(eye.seat).toBe(2);
  expect(eye.x).toBeCloseTo(-300, 0);
});

test('it cycles by seat, both ways and round', () => {
  const eye = new Eye(pilots([4, 2, 9]), ANYONE);
  const seats = [1, 1, 1, 1].map((step) => {
    eye.cycle(step as 1);
    return eye.seat;
  });
  expect(seats).toEqual([2, 4, 9, 2]);
  eye.cycle(-1);
  expect(eye.seat).toBe(9);
});

test('a hand that moves it sets it free, and the zoom has bounds', () => {
  const [eye, scene] = [new Eye(pilots([4, 2, 9]), ANYONE), sky()];
  eye.cycle(1);
  eye.pan(50, -20);
  for (let i = 0; i < 60; i++) eye.advance(scene, 1 / 60);
  expect([eye.seat, eye.x, eye.y]).toEqual([-1, 50, -20]);
  for (let i = 0; i < 60; i++) eye.zoomBy(2);
  expect(eye.zoom).toBe(2.5);
});

/** Looks on while scores are as given, by seat; tells who is followed then. */
function following(subject: Subject) {
  const [crowd, scene] = [pilots([]), sky()];
  const eye = new Eye(crowd, subject);
  const seen = (scores: Readonly<Record<number, number>>) => {
    crowd.fly(scores);
    eye.advance(scene, 1 / 60);
    return eye.seat;
  };
  return { eye, seen };
}

test('it goes with the lead, and a tie keeps who is followed', () => {
  const { seen } = following(LEADER);
  expect(seen({ 2: 0, 4: 100, 9: 50 })).toBe(4);
  expect(seen({ 2: 0, 4: 100, 9: 100 })).toBe(4);
  expect(seen({ 2: 0, 4: 100, 9: 110 })).toBe(9);
  expect(seen({ 2: 0, 4: 110, 9: 110 })).toBe(9);
  expect(seen({ 2: 0, 4: 110 })).toBe(4);
  expect(seen({})).toBe(-1);
});

test('the lead is asked for and let go, by who roams and by who follows', () => {
  const { eye, seen } = following(FREE);
  expect(seen({ 2: 0, 4: 100 })).toBe(-1);
  expect(eye.roams()).toBe(true);
  eye.lead();
  expect([seen({ 2: 0, 4: 100 }), eye.leads()]).toEqual([4, true]);
  eye.lead();
  expect([seen({ 2: 300, 4: 100 }), eye.leads()]).toEqual([4, false]);
  eye.lead();
  expect(seen({ 2: 300, 4: 100 })).toBe(2);
  eye.cycle(1);
  expect([seen({ 2: 300, 4: 100 }), eye.leads()]).toEqual([4, false]);
});

test('who is asked for by name is followed when they come, and missed until then', () => {
  const { eye, seen } = following({ kind: 'pilot', name: 'PILOT 4' });
  expect([seen({ 9: 0, 2: 0 }), eye.missed()]).toEqual([2, 'PILOT 4']);
  expect([seen({ 9: 0, 2: 0, 4: 0 }), eye.missed()]).toEqual([4, null]);
  expect([seen({ 9: 0, 2: 0 }), eye.missed()]).toEqual([9, 'PILOT 4']);
});

test('a hand that chooses somebody else is not overruled by a name', () => {
  const { eye, seen } = following({ kind: 'pilot', name: 'pilot 9' });
  seen({ 2: 0, 4: 0 });
  eye.cycle(1);
  expect([seen({ 2: 0, 4: 0, 9: 0 }), eye.missed()]).toEqual([4, null]);
});
