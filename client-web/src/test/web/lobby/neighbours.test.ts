import { describe, expect, it } from 'vitest';
import { readNeighbours } from '../../../main/web/lobby/neighbours.ts';

const line = (address: unknown) => ({
  address,
  name: 'Ann’s',
  description: 'x',
  mode: 'ffa',
  players: 3,
  capacity: 32,
});

describe('other servers', () => {
  it('are read line by line', () => {
    expect(readNeighbours({ servers: [line('https://play.example')] })).toEqual([
      { address: 'https://play.example', name: 'Ann’s', mode: 'ffa', players: 3, capacity: 32 },
    ]);
  });

  it('are only linked where a page is, and never to what would run here', () => {
    const elsewhere = ['javascript:alert(1)', 'data:text/html,x', 'file:///x', '', null, 7, '//x'];
    expect(readNeighbours({ servers: [...elsewhere.map(line), null] })).toEqual([]);
    const [kept] = readNeighbours({ servers: [line('http://u:p@play.example:81/x?y#z')] });
    expect(kept?.address).toBe('http://play.example:81');
  });

  it('are none without a list', () => {
    expect(() => readNeighbours({})).toThrow('servers is not a list');
    expect(() => readNeighbours(null)).toThrow('servers is not a list');
  });
});
