/** The camera's fixed extent, and how it follows. */
import { expect, test } from 'vitest';
import { Camera } from '../../../main/web/render/camera.ts';

function seen(width: number, height: number) {
  const camera = new Camera();
  camera.fit(width, height);
  return { width: width / camera.scale, height: height / camera.scale };
}

test('a bigger screen of the same shape sees exactly as far', () => {
  expect(seen(3840, 2160)).toEqual(seen(1280, 720));
});

test('no shape of screen sees more than 1300 by 2300 units', () => {
  for (const [width, height] of [
    [1280, 720],
    [390, 844],
    [1000, 1000],
    [3440, 1440],
    [5120, 1440],
  ] as const) {
    const view = seen(width, height);
    expect(Math.min(view.width, view.height)).toBeLessThanOrEqual(1300.001);
    expect(Math.max(view.width, view.height)).toBeLessThanOrEqual(2300.001);
  }
});

test('it leads a fast ship, by a bounded way', () => {
  const camera = new Camera();
  for (let i = 0; i < 300; i++) camera.follow(i * 10, 0, 2000, 0, 16);
  expect(camera.x - 2990).toBeGreaterThan(150);
  expect(camera.x - 2990).toBeLessThanOrEqual(190);
});

test('a new ship far away is cut to, a nearer one glided to', () => {
  const camera = new Camera();
  camera.follow(0, 0, 0, 0, 16);
  camera.follow(5000, 0, 0, 0, 16);
  expect(camera.x).toBe(5000);
  camera.follow(5300, 0, 0, 0, 16);
  expect(camera.x).toBeLessThan(5100);
  for (let i = 0; i < 120; i++) camera.follow(5300, 0, 0, 0, 16);
  expect(camera.x).toBeCloseTo(5300, 0);
});

test('a place of the world and a place of the page are told apart by scale and by up', () => {
  const camera = new Camera();
  camera.fit(1300, 1300);
  expect(camera.pageX(100)).toBe(750);
  expect(camera.pageY(100)).toBe(550);
});
