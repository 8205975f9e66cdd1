/**
 * Reads the doctor's feed by all four transports at once, and writes down what each took. Owned by
 * the page; whoever asked says when it is enough.
 *
 *   event = {"id":"beat-NUMBER","kind":"beat","at":MILLIS}, one every 200 ms
 */
import { type Figures, noFigures, type Readings, type Transport, type Way } from './figures.ts';

interface FeedEvent {
  readonly id?: string;
  readonly kind: string;
  readonly at?: number;
}

interface Answer {
  readonly cursor: string;
  readonly events: readonly FeedEvent[];
}

const LIVE = '/api/doctor/live';
const POLL_EVERY_MILLIS = 1000;
const RETRY_MILLIS = 500;
const LONG_WAIT_SECONDS = 10;
const CLOCK_SAMPLES = 12;
/** The least a WebSocket's frame has around what it says, and so has a chunk of a stream. */
const [FRAME_BYTES, CHUNK_BYTES] = [4, 6];
/** An open socket asks for its upgrade in about so many bytes, and is answered in so many. */
const UPGRADE_BYTES = 500;

const clock = () => performance.timeOrigin + performance.now();

/** What a response's head took, as far as a page is told of it. */
function headBytes(headers: Headers): number {
  let bytes = 'HTTP/1.1 200 OK\r\n\r\n'.length;
  headers.forEach((value, name) => {
    bytes += name.length + value.length + 4;
  });
  return bytes;
}

export class Probes {
  readonly way: Way;
  private readonly all: Record<Transport, Figures> = {
    poll: noFigures(),
    longPoll: noFigures(),
    sse: noFigures(),
    socket: noFigures(),
  };
  private readonly newest = new Map<Transport, number>();
  private readonly heard: (transport: Transport, lateMillis: number) => void;
  private readonly ending = new AbortController();
  private begunMillis = 0;

  constructor(secure: boolean, heard: (transport: Transport, lateMillis: number) => void) {
    this.heard = heard;
    this.way = { roundTripMillis: [], offsetMillis: 0, secure, seconds: 0 };
  }

  readings(): Readings {
    return { ...this.all, way: this.way };
  }

  async run(seconds: number): Promise<Readings> {
    await this.setClock().catch(() => undefined);
    this.begunMillis = clock();
    const parts = [this.poll(), this.longPoll(), this.stream(), this.socket()];
    const timer = setInterval(() => void this.time().catch(() => undefined), POLL_EVERY_MILLIS);
    await this.rest(seconds * 1000);
    clearInterval(timer);
    this.way.seconds = (clock() - this.begunMillis) / 1000;
    this.ending.abort();
    await Promise.allSettled(parts);
    return this.readings();
  }

  /** The quickest answer knows the server's clock best. */
  private async setClock(): Promise<void> {
    let quickest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < CLOCK_SAMPLES; i++) {
      const { at, fromMillis, tripMillis } = await this.time();
      if (tripMillis < quickest) {
        quickest = tripMillis;
        this.way.offsetMillis = at - (fromMillis + tripMillis / 2);
      }
    }
  }

  private async time(): Promise<{ at: number; fromMillis: number; tripMillis: number }> {
    const fromMillis = clock();
    const answer = await fetch('/api/clock', { cache: 'no-store', signal: this.ending.signal });
    const tripMillis = clock() - fromMillis;
    const { at } = (await answer.json()) as { at: number };
    this.way.roundTripMillis.push(tripMillis);
    return { at, fromMillis, tripMillis };
  }

  private rest(millis: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, millis));
  }

  private over(): boolean {
    return this.ending.signal.aborted;
  }

  private take(transport: Transport, event: FeedEvent, openedMillis: number): void {
    const figures = this.all[transport];
    figures.opened = true;
    if (event.kind === 'state' && event.id) this.newest.set(transport, this.number(event.id));
    if (event.kind === 'missed') figures.lost++;
    if (event.kind !== 'beat' || event.at === undefined || !event.id) return;
    const nowMillis = clock();
    const number = this.number(event.id);
    const before = this.newest.get(transport) ?? number - 1;
    if (number <= before) figures.doubled++;
    else figures.lost += number - before - 1;
    this.newest.set(transport, Math.max(before, number));
    if (Number.isNaN(figures.firstMillis)) figures.firstMillis = nowMillis - openedMillis;
    const late = Math.max(0, nowMillis + this.way.offsetMillis - event.at);
    figures.lateMillis.push(late);
    this.heard(transport, late);
  }

  private number(id: string): number {
    return Number(id.slice(id.lastIndexOf('-') + 1));
  }

  private async ask(transport: 'poll' | 'longPoll', query: string, cursor: string) {
    const figures = this.all[transport];
    const openedMillis = clock();
    figures.requests++;
    const answer = await fetch(LIVE + query, {
      cache: 'no-store',
      headers: cursor ? { 'If-None-Match': `"${cursor}"` } : {},
      signal: this.ending.signal,
    });
    const text = await answer.text();
    figures.upBytes += Number(answer.headers.get('Apsis-Asked') ?? 0);
    figures.downBytes += headBytes(answer.headers) + text.length;
    if (answer.status === 304) return cursor;
    if (!answer.ok) throw new Error(String(answer.status));
    const { events, cursor: next } = JSON.parse(text) as Answer;
    for (const event of events) this.take(transport, event, openedMillis);
    return next;
  }

  private async poll(): Promise<void> {
    let cursor = '';
    while (!this.over()) {
      const query = cursor ? `?since=${cursor}` : '';
      cursor = await this.ask('poll', query, cursor).catch(() => cursor);
      await this.rest(POLL_EVERY_MILLIS);
    }
  }

  private async longPoll(): Promise<void> {
    let cursor = '';
    while (!this.over()) {
      const query = cursor ? `?since=${cursor}&wait=${LONG_WAIT_SECONDS}` : '';
      const fromMillis = clock();
      try {
        cursor = await this.ask('longPoll', query, '');
      } catch {
        if (!this.over()) this.all.longPoll.cutMillis.push(clock() - fromMillis);
        await this.rest(RETRY_MILLIS);
      }
    }
  }

  /** The browser itself reconnects, with the last id it saw. */
  private stream(): Promise<void> {
    const figures = this.all.sse;
    let openedMillis = clock();
    figures.requests++;
    const source = new EventSource(LIVE);
    source.onopen = () => {
      openedMillis = clock();
    };
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      figures.downBytes += `id: ${lastEventId}\ndata: \n\n`.length + data.length + CHUNK_BYTES;
      this.take('sse', JSON.parse(data) as FeedEvent, openedMillis);
    };
    source.onerror = () => {
      if (figures.opened) figures.cutMillis.push(clock() - openedMillis);
      figures.requests++;
    };
    return this.untilOver(() => source.close());
  }

  private async socket(): Promise<void> {
    while (!this.over()) {
      await this.oneSocket();
      await this.rest(RETRY_MILLIS);
    }
  }

  private oneSocket(): Promise<void> {
    const figures = this.all.socket;
    const address = `${location.protocol.replace('http', 'ws')}//${location.host}/feed`;
    const socket = new WebSocket(address, 'apsis.feed.v1+json');
    const newest = this.newest.get('socket');
    let openedMillis = 0;
    figures.requests++;
    socket.onopen = () => {
      openedMillis = clock();
      figures.upBytes += UPGRADE_BYTES;
      const since = newest === undefined ? {} : { since: `beat-${newest}` };
      socket.send(JSON.stringify({ kind: 'subscribe', channel: 'doctor', ...since }));
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      figures.downBytes += data.length + FRAME_BYTES;
      const { event } = JSON.parse(data) as { event?: FeedEvent };
      if (event) this.take('socket', event, openedMillis);
    };
    return new Promise((resolve) => {
      socket.onclose = () => {
        if (openedMillis > 0 && !this.over()) figures.cutMillis.push(clock() - openedMillis);
        resolve();
      };
      this.ending.signal.addEventListener('abort', () => socket.close());
    });
  }

  private untilOver(end: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.ending.signal.addEventListener('abort', () => {
        end();
        resolve();
      });
    });
  }
}
