/** Who flies, as it is asked for by name and by rank. */
import { expect, test } from 'vitest';
import { Crowd } from '../../../main/web/hud/crowd.ts';

function crowd(...pilots: readonly (readonly [seat: number, name: string, score: number])[]) {
  const crowd = new Crowd();
  crowd.people(
    pilots.map(([seat, name, score]) => ({
      ...{ seat, name, score, bot: name.startsWith('bot '), team: 0, hue: -1 },
    })),
  );
  return crowd;
}

test('a pilot is found by name, however it is written', () => {
  const here = crowd([4, 'Jürg', 0], [2, 'ann', 0]);
  expect(here.named('JÜRG')).toBe(4);
  expect(here.named('Ju\u0308rg')).toBe(4);
  expect(here.named('bob')).toBe(-1);
});

test('a bot is found by the name it is shown with, after people', () => {
  const here = crowd([1, 'bot Vega', 0], [2, 'bot Rigel', 0], [3, 'vega', 0]);
  expect(here.named('rigel')).toBe(2);
  expect(here.named('bot Rigel')).toBe(2);
  expect(here.named('Vega')).toBe(3);
});

test('who left is not found any more', () => {
  const here = crowd([4, 'ann', 0]);
  here.people([]);
  expect([here.named('ann'), here.leader(4)]).toEqual([-1, -1]);
});

test('the leader has the best score, and among equals it is whom one follows', () => {
  const here = crowd([1, 'ann', 100], [2, 'bob', 300], [3, 'cid', 300]);
  expect(here.leader(-1)).toBe(2);
  expect(here.leader(3)).toBe(3);
  expect(here.leader(1)).toBe(2);
  here.scores({ kind: 'scores', scores: [{ seat: 1, score: 310 }] });
  expect(here.leader(3)).toBe(1);
});
