import { describe, expect, it } from 'vitest';
import {
  type BeatenRecord,
  OwnFeed,
  readBeaten,
  type Stream,
} from '../../../main/web/lobby/own-feed.ts';

const EVENT =
  '{"id":"a-1","kind":"record","at":1,"mode":"duel","yours":700,"name":"Bob","score":900}';
const BEATEN = { mode: 'duel', who: 'Bob', score: 900, yours: 700 };

/** Streams that were opened, by address; each says what a test has it say. */
function set() {
  const opened: string[] = [];
  const told: BeatenRecord[] = [];
  const streams: (EventTarget & { readyState: 0 | 1 | 2 })[] = [];
  const open = (address: string) => {
    opened.push(address);
    const stream = Object.assign(new EventTarget(), {
      readyState: 1 as const,
      close: () => Object.assign(stream, { readyState: 2 }),
    });
    streams.push(stream);
    return stream as unknown as Stream;
  };
  return { opened, told, streams, feed: new OwnFeed(open, (beaten) => told.push(beaten)) };
}

const said = (data: string) => new MessageEvent('message', { data });

describe('a feed of one’s own', () => {
  it('tells of records that are beaten, and of nothing else', () => {
    const { feed, told, streams } = set();
    feed.follow('account:1:x.y');
    streams[0]!.dispatchEvent(said('{"kind":"state","friends":0}'));
    streams[0]!.dispatchEvent(said(EVENT));
    expect(told).toEqual([BEATEN]);
  });

  it('is opened once for a name, and another for another', () => {
    const { feed, opened, streams } = set();
    feed.follow('');
    feed.follow('a/b');
    feed.follow('a/b');
    feed.follow('c');
    expect(opened).toEqual(['/api/me/live?token=a%2Fb', '/api/me/live?token=c']);
    expect(streams.map((each) => each.readyState)).toEqual([2, 1]);
    feed.follow('');
    expect(streams[1]!.readyState).toBe(2);
  });

  it('that the server refused is asked for again when it is next wanted', () => {
    const { feed, opened, streams } = set();
    feed.follow('a');
    streams[0]!.readyState = 2;
    feed.follow('a');
    expect(opened.length).toBe(2);
  });

  it('says nothing that is no record', () => {
    expect(readBeaten(EVENT)).toEqual(BEATEN);
    for (const other of [
      '',
      '[]',
      'null',
      EVENT.replace('duel', 'chess'),
      EVENT.replace('record', 'x'),
    ])
      expect(readBeaten(other)).toBeNull();
  });
});
