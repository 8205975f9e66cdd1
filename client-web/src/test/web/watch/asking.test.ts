/** What a spectator's page asks the server to show. */
import { expect, test } from 'vitest';
import { Asking } from '../../../main/web/watch/asking.ts';
import { Eye } from '../../../main/web/watch/eye.ts';
import { ANYONE } from '../../../main/web/watch/subject.ts';
import { pilots } from './pilots.ts';

const PICTURE_MILLIS = 16;

function desk() {
  const asked: string[] = [];
  const asking = new Asking({
    follow: (seat) => asked.push(`follow ${seat}`),
    look: (x, y) => asked.push(`look ${x} ${y}`),
  });
  const eye = new Eye(pilots([2, 4]), ANYONE);
  const pictures = (count: number, meanwhile: () => void = () => undefined) => {
    for (let i = 0; i < count; i++) {
      meanwhile();
      asking.ask(eye, PICTURE_MILLIS);
    }
  };
  return { asked, asking, eye, pictures };
}

test('who is followed is said once, and again to another connection', () => {
  const { asked, asking, eye, pictures } = desk();
  eye.cycle(1);
  pictures(60);
  asking.anew();
  pictures(60);
  eye.cycle(1);
  pictures(60);
  expect(asked).toEqual(['follow 2', 'follow 2', 'follow 4']);
});

test('a hand that moves the eye tells where it is, five times a second and not more', () => {
  const { asked, eye, pictures } = desk();
  pictures(63, () => eye.pan(20, 0));
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.length).toBeLessThanOrEqual(6);
  expect(asked[0]).toBe('look 20 0');
});

test('an eye that rests says nothing more, and one that follows again says whom', () => {
  const { asked, eye, pictures } = desk();
  eye.pan(100.4, -50.2);
  pictures(60);
  eye.cycle(1);
  pictures(60);
  eye.pan(0, 0);
  pictures(60);
  expect(asked).toEqual(['look 100 -50', 'follow 2', 'look 100 -50']);
});

test('beyond what the wire can say it looks from its edge', () => {
  const { asked, eye, pictures } = desk();
  eye.pan(50_000, -90_000);
  pictures(1);
  expect(asked).toEqual(['look 32000 -32000']);
});
