/**
 * The connection to a room, which renews itself. Owned by the page; time comes in as a parameter.
 *
 *   run(now) ........ a few times a second: pings, notices silence, connects again
 *   send(...) ....... false while the socket is behind or away
 *   events .......... what arrives: a letter, a snapshot, an answered ping
 */
import type { Shared } from '../facade.ts';
import { Backoff } from './backoff.ts';
import { type Letter, readLetter } from './letters.ts';
import type { Traffic } from './tally.ts';

export type LinkState = 'connecting' | 'flying' | 'lost' | 'refused' | 'ended';

type WireParts =
  | 'binaryType'
  | 'readyState'
  | 'bufferedAmount'
  | 'onopen'
  | 'onmessage'
  | 'onclose'
  | 'send'
  | 'close';

/** The part of a WebSocket the link uses. */
export type Wire = Pick<WebSocket, WireParts>;

export interface LinkEvents {
  letter(letter: Letter, nowMillis: number): void;
  snapshot(nowMillis: number): void;
  roundTrip(millis: number, nowMillis: number): void;
  /** So much went by, for who counts it. */
  heard?(traffic: Traffic, bytes: number): void;
  said?(traffic: Traffic, bytes: number): void;
}

export interface Papers {
  readonly name: string;
  readonly spectate: boolean;
  /** Of the ship: degrees on the circle of colours, or -1 for any. */
  readonly hue: number;
  password(): string;
  token(): string;
  keep(token: string): void;
}

const OPEN = 1;
const SILENCE_MILLIS = 1000;
const PAUSE_MILLIS = 500;
const HIDDEN_SILENCE_MILLIS = 6000;
const CONNECT_MILLIS = 6000;
const PING_MILLIS = 1000;
const MOST_BUFFERED_BYTES = 256;
const PINGS = 16;
/**
 * Reasons after which trying again would be wrong: another tab has the seat, the page is old ...
 */
const FINAL = new Set([
  'replaced',
  'version',
  'password',
  'no_room',
  'name',
  'kicked',
  'banned',
  'no_bots',
  'only_bots',
  'claimed',
]);

export class Link {
  private readonly shared: Shared;
  private readonly open: () => Wire;
  private readonly clock: () => number;
  private readonly papers: Papers;
  private readonly events: LinkEvents;
  private readonly backoff = new Backoff();
  private readonly snapshotKind: number;
  private readonly pings = new Float64Array(PINGS);
  private wire: Wire | null = null;
  private current: LinkState = 'connecting';
  private serial = 0;
  private pingedMillis = 0;
  private heardMillis = 0;
  private ranMillis = 0;
  private retryMillis = 0;

  constructor(
    shared: Shared,
    open: () => Wire,
    clock: () => number,
    papers: Papers,
    events: LinkEvents,
  ) {
    this.shared = shared;
    this.open = open;
    this.clock = clock;
    this.papers = papers;
    this.events = events;
    this.snapshotKind = shared.kinds().indexOf('snapshot');
  }

  /** `hidden`: the page is in the background, where silence says less. */
  run(nowMillis: number, hidden: boolean): void {
    const idleMillis = nowMillis - this.ranMillis;
    this.ranMillis = nowMillis;
    if (this.current === 'ended') return;
    // After a pause of the page itself, what has arrived meanwhile is still to be read.
    if (idleMillis > PAUSE_MILLIS)
      this.heardMillis = Math.max(this.heardMillis, nowMillis - PAUSE_MILLIS);
    const silent = nowMillis - this.heardMillis > this.patienceMillis(hidden);
    if (this.wire && silent) this.lose(nowMillis);
    if (!this.wire && nowMillis >= this.retryMillis) this.connect(nowMillis);
    if (this.current === 'flying' && nowMillis - this.pingedMillis >= PING_MILLIS) {
      this.ping(nowMillis);
    }
  }

  /** True if the bytes went out, or false: not connected, or the socket is behind. */
  ready(): boolean {
    const { wire } = this;
    if (wire === null || this.current !== 'flying') return false;
    return wire.readyState === OPEN && wire.bufferedAmount <= MOST_BUFFERED_BYTES;
  }

  send(bytes: Int8Array<ArrayBuffer>, traffic: Traffic = 'words'): void {
    if (this.wire?.readyState !== OPEN) return;
    this.events.said?.(traffic, bytes.byteLength);
    this.wire.send(bytes);
  }

  /** Leaves for good: the seat is given up at once. */
  leave(): void {
    this.send(this.shared.goodbye());
    this.current = 'ended';
    this.drop();
  }

  /** After an end: asks to be let in again. */
  again(nowMillis: number): void {
    this.drop();
    this.backoff.reset();
    this.current = 'connecting';
    this.retryMillis = nowMillis;
  }

  state(): LinkState {
    return this.current;
  }

  /** How long nothing has been heard. */
  silenceMillis(nowMillis: number): number {
    return nowMillis - this.heardMillis;
  }

  private patienceMillis(hidden: boolean): number {
    if (this.current !== 'flying') return CONNECT_MILLIS;
    return hidden ? HIDDEN_SILENCE_MILLIS : SILENCE_MILLIS;
  }

  private connect(nowMillis: number): void {
    const wire = this.open();
    this.wire = wire;
    this.heardMillis = nowMillis;
    wire.binaryType = 'arraybuffer';
    wire.onopen = () => {
      const { name, spectate, hue } = this.papers;
      const [token, password] = [this.papers.token(), this.papers.password()];
      wire.send(this.shared.hello(name, token, password, spectate, hue));
    };
    wire.onmessage = (event) => this.receive(event.data);
    wire.onclose = () => this.lose(this.clock());
  }

  private receive(bytes: ArrayBuffer): void {
    const nowMillis = this.clock();
    this.heardMillis = nowMillis;
    if (this.shared.receive(new Int8Array(bytes)) === this.snapshotKind) {
      this.events.heard?.('world', bytes.byteLength);
      this.events.snapshot(nowMillis);
      return;
    }
    const letter = readLetter(this.shared.letter());
    this.events.heard?.(letter.kind === 'pong' ? 'upkeep' : 'words', bytes.byteLength);
    this.take(letter, nowMillis);
    this.events.letter(letter, nowMillis);
  }

  private take(letter: Letter, nowMillis: number): void {
    switch (letter.kind) {
      case 'welcome':
        this.papers.keep(letter.token);
        this.backoff.reset();
        this.current = 'flying';
        this.ping(nowMillis);
        break;
      case 'refusal':
        this.current = FINAL.has(letter.reason) ? 'ended' : 'refused';
        break;
      case 'pong':
        this.events.roundTrip(nowMillis - this.pings[letter.serial % PINGS]!, nowMillis);
        break;
      case 'people':
      case 'notice':
      case 'kill':
      case 'round':
      case 'scores':
      case 'chat':
      case 'emote':
      case 'radar':
      case 'unknown':
        break;
    }
  }

  private ping(nowMillis: number): void {
    this.pingedMillis = nowMillis;
    this.serial = (this.serial + 1) & 0xffff;
    this.pings[this.serial % PINGS] = nowMillis;
    this.send(this.shared.ping(this.serial), 'upkeep');
  }

  private lose(nowMillis: number): void {
    this.drop();
    if (this.current === 'ended') return;
    if (this.current === 'flying') this.current = 'lost';
    this.retryMillis = nowMillis + this.backoff.nextMillis();
  }

  private drop(): void {
    const { wire } = this;
    this.wire = null;
    if (!wire) return;
    wire.onopen = null;
    wire.onmessage = null;
    wire.onclose = null;
    wire.close();
  }
}
