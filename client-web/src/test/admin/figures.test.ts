import { describe, expect, it } from 'vitest';
import { EventReader } from '../../main/admin/events.ts';
import { History } from '../../main/admin/history.ts';
import type { Counted, Moment, RoomMoment } from '../../main/admin/moment.ts';
import { quantile, since, together } from '../../main/admin/spread.ts';
import { bytes, duration, millis } from '../../main/admin/words.ts';

const EDGES = [1, 2, 4];

function counted(...counts: number[]): Counted {
  return { counts, sumMillis: counts.reduce((sum, count) => sum + count, 0) };
}

describe('what was counted between two moments', () => {
  it('is the difference', () => {
    expect(since(counted(1, 2, 3, 0), counted(2, 2, 5, 1)).counts).toEqual([1, 0, 2, 1]);
  });

  it('is all of it if the counter began anew', () => {
    expect(since(counted(9, 0, 0, 0), counted(2, 0, 0, 0)).counts).toEqual([2, 0, 0, 0]);
    expect(since(undefined, counted(2, 0, 0, 0)).counts).toEqual([2, 0, 0, 0]);
  });

  it('adds up over rooms', () => {
    expect(together([counted(1, 2), counted(3, 4), counted()]).counts).toEqual([4, 6]);
    expect(together([]).counts).toEqual([]);
  });
});

describe('a quantile', () => {
  it('lies within its bucket', () => {
    expect(quantile(counted(0, 10, 0, 0), EDGES, 0.5)).toBe(1.5);
    expect(quantile(counted(99, 0, 1, 0), EDGES, 0.99)).toBe(1);
    expect(quantile(counted(98, 0, 2, 0), EDGES, 0.99)).toBe(3);
  });

  it('is the last edge for what lies beyond, and nothing for nothing', () => {
    expect(quantile(counted(0, 0, 0, 5), EDGES, 0.5)).toBe(4);
    expect(quantile(counted(0, 0, 0, 0), EDGES, 0.5)).toBeNull();
  });
});

function room(address: string, ticks: number, sent: number): RoomMoment {
  const took = counted(ticks, 0, 0, 0);
  const plain = { id: 'arena', mode: 'ffa', listed: true, locked: false, capacity: 8, tick: 1 };
  const heads = { players: 3, people: 2, viewers: 4, budgetMillis: 16.7 };
  const sums = { dropped: 0, frames: sent, bytes: sent * 100, skipped: 0, relief: 'none' };
  return { ...plain, ...heads, ...sums, address, late: took, took, phases: { step: took } };
}

function moment(...rooms: RoomMoment[]): Moment {
  const gc = counted(0, 0, 0, 0);
  const machine = { heapBytes: 5e7, heapMaxBytes: 2e8, gc, processors: 2, threads: 20 };
  return {
    verdict: { level: 'well', headline: 'Yes.', details: [] },
    draining: false,
    rooms,
    loops: [{ connected: 1, lag: counted(10, 0, 0, 0), worstLagMillis: 0 }],
    machine: { ...machine, cpuSeconds: 1 },
  };
}

describe('the history', () => {
  function fed(...moments: Moment[]): History {
    const history = new History();
    history.edgesMillis = EDGES;
    moments.forEach((each, i) => {
      history.take(each, i * 2);
    });
    return history;
  }

  it('needs two moments for a point', () => {
    expect(fed(moment(room('a.1', 60, 30))).points).toHaveLength(0);
    const history = fed(moment(room('a.1', 60, 30)), moment(room('a.1', 180, 90)));
    expect(history.last('frames')).toBe(30);
    expect(history.last('bytes')).toBe(3000);
    expect(history.last('tookMid')).toBe(0.5);
    expect(history.last('players')).toBe(2);
  });

  it('takes a room that was opened anew for another one', () => {
    const history = fed(moment(room('a.1', 600, 300)), moment(room('a.2', 60, 30)));
    expect(history.last('frames')).toBe(15);
  });

  it('keeps five minutes', () => {
    const history = new History();
    for (let i = 0; i < 400; i++) history.take(moment(room('a.1', 60 * i, 30 * i)), i);
    expect(history.points).toHaveLength(300);
  });
});

describe('server-sent events', () => {
  it('are put together however they were cut', () => {
    const reader = new EventReader();
    const stream = 'event: edges\ndata: {"a":1}\n\nevent: moment\ndata: {"b":"x: y"}\n\n';
    const found = [...stream].flatMap((letter) => reader.take(letter));
    expect(found).toEqual([
      { event: 'edges', data: '{"a":1}' },
      { event: 'moment', data: '{"b":"x: y"}' },
    ]);
  });
});

describe('figures', () => {
  it('are short', () => {
    expect([millis(0.123), millis(23.4)]).toEqual(['0.1 ms', '23 ms']);
    expect([bytes(999), bytes(1234), bytes(45_600_000)]).toEqual(['999 B', '1.2 kB', '46 MB']);
    expect([duration(59), duration(61), duration(7260)]).toEqual(['59 s', '1 min', '2 h 1 min']);
  });
});
