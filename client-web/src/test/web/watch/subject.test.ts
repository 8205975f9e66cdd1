/** What an address asks a spectator's page to look at. */
import { expect, test } from 'vitest';
import { ANYONE, FREE, LEADER, subjectOf } from '../../../main/web/watch/subject.ts';

test('who only asks to watch sees anyone, and who does not ask flies', () => {
  expect(subjectOf('?q=low&watch')).toEqual(ANYONE);
  expect(subjectOf('?watch=')).toEqual(ANYONE);
  expect(subjectOf('?q=low')).toBeNull();
});

test('the leader and the free eye have words, however they are written', () => {
  expect(subjectOf('?watch=leader')).toEqual(LEADER);
  expect(subjectOf('?watch=Free&q=low')).toEqual(FREE);
});

test('any other word is the name of a pilot', () => {
  expect(subjectOf('?watch=Pilot%20123')).toEqual({ kind: 'pilot', name: 'Pilot 123' });
  expect(subjectOf('?watch=+J%C3%BCrg+')).toEqual({ kind: 'pilot', name: 'Jürg' });
});
