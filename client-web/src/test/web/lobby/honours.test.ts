import { describe, expect, it } from 'vitest';
import { readBoard } from '../../../main/web/lobby/honours.ts';

const ann = { rank: 1, name: 'Ann', score: 4200, rating: 1689, deviation: 142 };

describe('a board', () => {
  it('shows the scores where it ranks by them', () => {
    const guest = { rank: 2, name: 'Guy', score: 300 };
    expect(readBoard({ by: 'score', lines: [ann, guest] })).toEqual([
      { rank: 1, name: 'Ann', worth: 4200 },
      { rank: 2, name: 'Guy', worth: 300 },
    ]);
  });

  it('shows the ratings where it ranks by those', () => {
    expect(readBoard({ by: 'rating', lines: [ann] })).toEqual([
      { rank: 1, name: 'Ann', worth: 1689 },
    ]);
  });

  it('is none without lines', () => {
    expect(() => readBoard(null)).toThrow('lines is not a list');
    expect(() => readBoard({ by: 'score' })).toThrow('lines is not a list');
  });
});
