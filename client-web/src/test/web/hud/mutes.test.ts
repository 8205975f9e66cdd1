/** Whom one does not want to hear, and what the server is told of it. */
import { expect, test } from 'vitest';
import { Crowd } from '../../../main/web/hud/crowd.ts';
import { Mutes } from '../../../main/web/hud/mutes.ts';

const NOBODY = -1;

function scene() {
  const crowd = new Crowd();
  const said: string[] = [];
  const mutes = new Mutes(crowd, (seat, on) => said.push(`${seat} ${on}`));
  return {
    mutes,
    drain: () => said.splice(0),
    come: (ownSeat: number, ...names: readonly string[]) => {
      crowd.people(
        names.map((name, seat) => ({ seat, name, score: 0, bot: false, team: 0, hue: -1 })),
      );
      mutes.people(ownSeat);
    },
  };
}

test('a mute is said once, and follows its pilot to the seat of another turn', () => {
  const { mutes, drain, come } = scene();
  come(1, 'ann', 'bob');
  mutes.set(0, true, 1);
  come(1, 'ann', 'bob', 'cid');
  expect(drain()).toEqual(['0 true']);
  mutes.begin();
  come(0, 'bob', 'ann');
  expect(drain()).toEqual(['1 true']);
  expect([mutes.has(0), mutes.has(1)]).toEqual([false, true]);
});

test('a server that was connected to anew is told again', () => {
  const { mutes, drain, come } = scene();
  come(NOBODY, 'ann');
  mutes.set(0, true, NOBODY);
  mutes.begin();
  come(NOBODY, 'ann');
  expect(drain()).toEqual(['0 true', '0 true']);
});

test('who comes back to a seat is muted there again, and who is heard again stays heard', () => {
  const { mutes, drain, come } = scene();
  come(NOBODY, 'ann');
  mutes.set(0, true, NOBODY);
  come(NOBODY, 'bob');
  come(NOBODY, 'ann');
  mutes.set(0, false, NOBODY);
  come(NOBODY, 'ann');
  expect(drain()).toEqual(['0 true', '0 true', '0 false']);
});

test('all of a name are muted together, but for oneself', () => {
  const { mutes, drain, come } = scene();
  come(2, 'ann', 'ann', 'ann');
  mutes.set(1, true, 2);
  come(2, 'ann', 'ann', 'ann');
  mutes.set(0, false, 2);
  expect(drain()).toEqual(['0 true', '1 true', '0 false', '1 false']);
});
