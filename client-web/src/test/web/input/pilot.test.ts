/** From keys and mouse to one tick's command. */
import { expect, test } from 'vitest';
import type { Shared } from '../../../main/web/facade.ts';
import { Keyboard } from '../../../main/web/input/keyboard.ts';
import { Mouse } from '../../../main/web/input/mouse.ts';
import { Pilot } from '../../../main/web/input/pilot.ts';

/** Keeps what was packed last, to be looked at. */
function cockpit(mouseAlways = false) {
  let packed: unknown[] = [];
  const pack = (...wishes: unknown[]) => {
    packed = wishes;
    return 0;
  };
  const shared = { pack } as unknown as Shared;
  const [keyboard, mouse] = [new Keyboard(), new Mouse(mouseAlways)];
  const pilot = new Pilot(shared, [keyboard, mouse]);
  const wishes = () => {
    pilot.command(100, 100);
    const [turn, aim, thrust, brake, boost, fire, jump] = packed;
    return { turn, aim, thrust, brake, boost, fire, jump };
  };
  return { keyboard, mouse, pilot, wishes };
}

const NOTHING = {
  turn: 0,
  aim: 0,
  thrust: false,
  brake: false,
  boost: false,
  fire: false,
  jump: false,
};

test('a ship whose pilot holds nothing is told nothing', () => {
  expect(cockpit().wishes()).toEqual(NOTHING);
});

test('arrows and letters steer alike', () => {
  const { keyboard, wishes } = cockpit();
  keyboard.press('KeyA');
  keyboard.press('ArrowUp');
  keyboard.press('Space');
  expect(wishes()).toEqual({ ...NOTHING, turn: 1, thrust: true, fire: true });
});

test('left and right together go straight', () => {
  const { keyboard, wishes } = cockpit();
  keyboard.press('ArrowLeft');
  keyboard.press('KeyD');
  expect(wishes()).toEqual(NOTHING);
});

test('boost alone thrusts as well', () => {
  const { keyboard, wishes } = cockpit();
  keyboard.press('ShiftLeft');
  expect(wishes()).toEqual({ ...NOTHING, thrust: true, boost: true });
});

test('a tap between two samples fires once', () => {
  const { keyboard, pilot, wishes } = cockpit();
  keyboard.press('Space');
  keyboard.release('Space');
  expect(wishes().fire).toBe(true);
  pilot.stamped();
  expect(wishes().fire).toBe(false);
});

test('losing focus releases every key', () => {
  const { keyboard, mouse, wishes } = cockpit();
  keyboard.press('KeyW');
  mouse.point(10, 10);
  mouse.hold(1);
  keyboard.releaseAll();
  mouse.releaseAll();
  expect(wishes()).toEqual(NOTHING);
});

test('a key that steers nothing is left to the browser', () => {
  expect(new Keyboard().press('KeyZ')).toBe(false);
});

test('with a button held the ship turns towards the pointer', () => {
  const { mouse, wishes } = cockpit();
  mouse.point(100, 20);
  expect(wishes().turn).toBe(0);
  mouse.hold(2);
  expect(wishes()).toEqual({ ...NOTHING, turn: 3, aim: 16384, thrust: true });
  mouse.point(20, 100);
  expect(wishes().aim).toBe(32768);
  mouse.point(100, 180);
  expect(wishes().aim).toBe(49152);
});

test('who chose so aims without holding a button, and keys still overrule', () => {
  const { keyboard, mouse, wishes } = cockpit(true);
  mouse.point(180, 100);
  expect(wishes()).toEqual({ ...NOTHING, turn: 3 });
  keyboard.press('KeyD');
  expect(wishes().turn).toBe(2);
});
