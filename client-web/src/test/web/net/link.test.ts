/** The link over a small wire, in virtual time. */
import { expect, test, vi } from 'vitest';
import type { Shared } from '../../../main/web/facade.ts';
import { Link, type Wire } from '../../../main/web/net/link.ts';

const SNAPSHOT = 1;
const LETTER = 0;
const WELCOME = {
  kind: 'welcome',
  seat: 3,
  token: 'mine',
  room: 'arena',
  ticksPerSecond: 60,
  ticksPerFrame: 2,
  tick: 10,
  arena: { radius: 3000, bodies: [{ kind: 'star', radius: 160 }] },
};

class Cable {
  binaryType: BinaryType = 'blob';
  readyState = 1;
  bufferedAmount = 0;
  closed = false;
  readonly sent: number[] = [];
  onopen: WebSocket['onopen'] = null;
  onmessage: WebSocket['onmessage'] = null;
  onclose: WebSocket['onclose'] = null;

  send(bytes: Int8Array): void {
    this.sent.push(bytes[0]!);
  }

  close(): void {
    this.closed = true;
  }
}

const [HELLO, PING, RESYNC] = [1, 2, 3];

function set() {
  const cables: Cable[] = [];
  const seen = { letters: [] as string[], snapshots: 0, roundTrips: [] as number[], tokens: [''] };
  const time = { now: 0 };
  const world = { tick: 10, desyncs: 0 };
  let letter = '';
  const shared = {
    kinds: () => ['letter', 'snapshot'],
    hello: () => Int8Array.of(HELLO),
    ping: (serial: number) => Int8Array.of(PING, serial),
    resync: () => Int8Array.of(RESYNC),
    receive: (message: Int8Array) => message[0],
    tick: () => world.tick,
    desyncs: () => world.desyncs,
    letter: () => letter,
  } as unknown as Shared;
  const open = () => {
    cables.push(new Cable());
    return cables.at(-1) as unknown as Wire;
  };
  const papers = {
    name: 'Ada',
    spectate: false,
    hue: 188,
    password: () => '',
    token: () => '',
    keep: (token: string) => seen.tokens.push(token),
  };
  const link = new Link(shared, open, () => time.now, papers, {
    letter: (arrived) => seen.letters.push(arrived.kind),
    snapshot: () => seen.snapshots++,
    roundTrip: (millis) => seen.roundTrips.push(millis),
  });
  const wire = () => cables.at(-1)!;
  /** `place`: which cable brings it; the newest unless told. */
  const hear = (kind: number, text: object = {}, place = -1) => {
    letter = JSON.stringify(text);
    const event = { data: Int8Array.of(kind).buffer } as MessageEvent<ArrayBuffer>;
    const cable = cables.at(place)!;
    cable.onmessage?.call(cable as unknown as WebSocket, event);
  };
  const opened = () => wire().onopen?.call(wire() as unknown as WebSocket, new Event('open'));
  const run = (untilMillis: number, meanwhile: () => void = () => undefined) => {
    for (; time.now < untilMillis; time.now += 100) {
      meanwhile();
      link.run(time.now, false);
    }
  };
  return { cables, seen, time, world, link, wire, opened, hear, run };
}

function welcomed() {
  const all = set();
  all.link.run(0, false);
  all.opened();
  all.hear(LETTER, WELCOME);
  return all;
}

test('it says hello, keeps the token, and flies once welcomed', () => {
  const { link, wire, seen } = welcomed();
  expect(wire().sent).toEqual([HELLO, PING]);
  expect(seen.tokens.at(-1)).toBe('mine');
  expect(link.state()).toBe('flying');
});

test('it pings once a second and measures the round trip', () => {
  const { wire, hear, run, seen, time } = welcomed();
  run(3000, () => hear(SNAPSHOT));
  expect(wire().sent.filter((kind) => kind === PING)).toHaveLength(3);
  time.now = 2050;
  hear(LETTER, { kind: 'pong', serial: 3, tick: 1, micros: 0 });
  expect(seen.roundTrips).toEqual([50]);
});

test('after a second of silence one is opened each second, and the first to open speaks', () => {
  const { cables, run, link, opened, hear } = welcomed();
  hear(LETTER, { kind: 'pong', serial: 1, tick: 1, micros: 0 });
  run(1200);
  expect(link.state()).toBe('lost');
  expect(cables).toHaveLength(2);
  expect(cables[0]!.closed).toBe(false);
  run(4200);
  expect(cables).toHaveLength(5);
  expect(cables.map(({ closed }) => closed)).toEqual([true, true, true, true, false]);
  opened();
  expect(cables[0]!.closed).toBe(true);
  expect(cables[4]!.sent).toEqual([HELLO]);
  hear(LETTER, WELCOME);
  expect(link.state()).toBe('flying');
});

test('the silent one may speak again first: then nothing was lost', () => {
  const { cables, run, link, hear } = welcomed();
  run(1200);
  expect(link.state()).toBe('lost');
  hear(SNAPSHOT, {}, 0);
  expect(link.state()).toBe('flying');
  expect(cables.map(({ closed }) => closed)).toEqual([false, true]);
  run(2000, () => hear(SNAPSHOT, {}, 0));
  expect(cables).toHaveLength(2);
});

test('over a long path a try has the time it needs, and on no path ever more', () => {
  const { cables, run, time, hear } = welcomed();
  time.now = 500;
  hear(LETTER, { kind: 'pong', serial: 1, tick: 1, micros: 0 });
  run(20_000);
  expect(cables.length - 1).toBeGreaterThan(7);
  expect(cables.length - 1).toBeLessThan(11);
  run(60_000);
  expect(cables.length - 1).toBeLessThan(18);
});

test('a server that refuses to open is asked at once, then less and less often', () => {
  const { cables, run, time } = welcomed();
  run(1200);
  const tried: number[] = [];
  run(61_200, () => {
    if (cables.length - 1 === tried.length) return;
    tried.push(time.now);
    cables.at(-1)!.onclose?.call(cables.at(-1) as unknown as WebSocket, {} as CloseEvent);
  });
  const waits = tried.slice(1).map((each, i) => each - tried[i]!);
  expect(waits.slice(0, 6)).toEqual([100, 1100, 2100, 4100, 5100, 5100]);
});

test('a given-up hello that arrives late and takes the seat does not end the flight', () => {
  const { cables, run, link, opened, hear } = welcomed();
  hear(LETTER, { kind: 'pong', serial: 1, tick: 1, micros: 0 });
  run(1200);
  opened();
  run(2300);
  opened();
  hear(LETTER, WELCOME);
  hear(LETTER, { kind: 'refusal', reason: 'replaced', text: 'elsewhere' });
  expect(link.state()).toBe('refused');
  cables.at(-1)!.onclose?.call(cables.at(-1) as unknown as WebSocket, {} as CloseEvent);
  run(2500);
  expect(cables).toHaveLength(4);
});

test('a page that slept does not blame the path', () => {
  const { link, time, cables } = welcomed();
  time.now = 60_000;
  link.run(time.now, false);
  expect(cables).toHaveLength(1);
  expect(link.state()).toBe('flying');
});

test('a full room is asked again, another tab with the seat is not', () => {
  const full = set();
  full.link.run(0, false);
  full.opened();
  full.hear(LETTER, { kind: 'refusal', reason: 'full', text: 'the room is full' });
  expect(full.link.state()).toBe('refused');
  full.wire().onclose?.call(full.wire() as unknown as WebSocket, {} as CloseEvent);
  full.run(400);
  expect(full.cables).toHaveLength(2);

  const replaced = welcomed();
  replaced.hear(LETTER, { kind: 'refusal', reason: 'replaced', text: 'elsewhere' });
  replaced.wire().onclose?.call(replaced.wire() as unknown as WebSocket, {} as CloseEvent);
  replaced.run(20_000);
  expect(replaced.link.state()).toBe('ended');
  expect(replaced.cables).toHaveLength(1);
});

test('while the socket is behind, commands wait', () => {
  const { link, wire } = welcomed();
  expect(link.ready()).toBe(true);
  wire().bufferedAmount = 257;
  expect(link.ready()).toBe(false);
});

test('a world that has come apart from the room is asked for anew, once, and reported', () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { hear, wire, world } = welcomed();
  const resyncs = () => wire().sent.filter((kind) => kind === RESYNC).length;
  hear(SNAPSHOT);
  expect(resyncs()).toBe(0);
  world.desyncs = 1;
  hear(SNAPSHOT);
  hear(SNAPSHOT);
  expect(resyncs()).toBe(1);
  expect(report).toHaveBeenCalledExactlyOnceWith('desync at tick 10: please report it');
  hear(LETTER, WELCOME);
  hear(SNAPSHOT);
  expect(resyncs()).toBe(2);
  report.mockRestore();
});
