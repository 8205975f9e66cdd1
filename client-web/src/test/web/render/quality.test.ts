/** Quality found out by pictures that take as long as told: no clock, no card. */
import { expect, test } from 'vitest';
import { QualityChoice } from '../../../main/web/render/quality.ts';

const CARD = 'ANGLE (some card)';

/** So many seconds of pictures; the levels that were chosen meanwhile. */
function run(quality: QualityChoice, seconds: number, millisOf: (level: string) => number) {
  const levels: string[] = [];
  for (let left = seconds * 1000; left > 0; ) {
    const millis = millisOf(quality.level());
    left -= millis;
    if (quality.frame(millis)) levels.push(quality.level());
  }
  return levels;
}

test('a machine that keeps up stays at the highest level', () => {
  const quality = new QualityChoice(null, CARD);
  expect(run(quality, 120, () => 16.7)).toEqual([]);
  expect(quality.level()).toBe('high');
});

test('one that is slow steps down level by level, each judged by its own pictures', () => {
  const quality = new QualityChoice(null, CARD);
  const levels = run(quality, 10, (level) => (level === 'low' ? 16.7 : 30));
  expect(levels).toEqual(['medium', 'low']);
});

test('one that is very slow steps down to the lowest at once, within three seconds', () => {
  const quality = new QualityChoice(null, CARD);
  expect(run(quality, 3, () => 200)).toEqual(['low']);
});

test('a few slow pictures, and a pause, change nothing', () => {
  const quality = new QualityChoice(null, CARD);
  let n = 0;
  expect(run(quality, 30, () => (n++ % 4 === 0 ? 33 : 16.7))).toEqual([]);
  for (let i = 0; i < 20; i++) {
    expect(quality.frame(5000)).toBe(false);
    expect(quality.frame(16.7)).toBe(false);
  }
});

test('pictures that take seconds each are no pauses', () => {
  expect(run(new QualityChoice(null, CARD), 60, () => 3000)).toEqual(['low']);
});

test('after a long calm it rises again, and does not swing where that was too much', () => {
  const quality = new QualityChoice(null, CARD);
  run(quality, 3, () => 100);
  expect(quality.level()).toBe('low');
  const changes = run(quality, 600, (level) => (level === 'high' ? 40 : 16.7));
  expect(changes.slice(0, 3)).toEqual(['medium', 'high', 'medium']);
  expect(changes.filter((level) => level === 'high').length).toBeLessThan(6);
  expect(quality.level()).toBe('medium');
});

test('where a processor paints it begins at the lowest, and rises if that one is swift', () => {
  const quality = new QualityChoice(null, 'Google SwiftShader');
  expect(quality.level()).toBe('low');
  expect(run(quality, 30, () => 50)).toEqual([]);
  expect(run(quality, 30, () => 16.7)).toEqual(['medium']);
});

test('what was chosen by hand stays, whatever it costs, until it is left to be found out', () => {
  const quality = new QualityChoice('medium', CARD);
  expect(run(quality, 60, () => 200)).toEqual([]);
  expect(run(quality, 60, () => 16.7)).toEqual([]);
  expect(quality.choose('low')).toBe(true);
  expect(quality.choose('auto')).toBe(true);
  expect(quality.level()).toBe('high');
  expect(run(quality, 10, () => 200)).toEqual(['low']);
});

test('a dense screen is painted as densely as the level allows', () => {
  const dense = (level: string) => new QualityChoice(level, CARD).density(3);
  expect([dense('low'), dense('medium'), dense('high')]).toEqual([0.6, 1.25, 2]);
  expect(new QualityChoice('high', CARD).density(1)).toBe(1);
});
