/**
 * The connection to a room, which renews itself. Owned by the page; time comes in as a parameter.
 *
 *   run(now) ........ a few times a second: pings, notices silence, connects again
 *   send(...) ....... false while the socket is behind or away
 *   events .......... what arrives: a letter, a snapshot, an answered ping
 */
import type { Shared } from '../facade.ts';
import { isFinal } from '../words/reasons.ts';
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
/** So long a first connection may take to open, and to be welcomed. */
const CONNECT_MILLIS = 6000;
/** So long one that follows a lost one may, unless the path is known to be too long for it ... */
const REDIAL_MILLIS = 1000;
/** ... to open TCP, TLS and WebSocket and be welcomed, which takes so many round trips ... */
const TRIPS_TO_FLY = 4;
/** ... and after so many tries in vain it has twice, four times ... as long. */
const SWIFT_TRIES = 8;
const PING_MILLIS = 1000;
const MOST_BUFFERED_BYTES = 256;
const PINGS = 16;
/** So long after a hello that was not answered its echo may send its successor away. */
const ECHO_MILLIS = 10_000;

export class Link {
  private readonly shared: Shared;
  private readonly open: () => Wire;
  private readonly clock: () => number;
  private readonly papers: Papers;
  private readonly events: LinkEvents;
  private readonly backoff = new Backoff();
  private readonly snapshotKind: number;
  private readonly pings = new Float64Array(PINGS);
  /** What speaks for us: opened, and greeted. */
  private wire: Wire | null = null;
  /** An attempt to replace it, not open yet. */
  private rival: Wire | null = null;
  private current: LinkState = 'connecting';
  /** The wire has brought a welcome. */
  private welcomed = false;
  private tripMillis = Number.POSITIVE_INFINITY;
  private tries = 0;
  private serial = 0;
  private pingedMillis = 0;
  private heardMillis = 0;
  private ranMillis = 0;
  private retryMillis = 0;
  private unansweredMillis = Number.NEGATIVE_INFINITY;
  private desyncs = 0;

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
    if (this.current === 'flying' && nowMillis - this.heardMillis > patienceMillis(hidden)) {
      this.current = 'lost';
      this.retryMillis = nowMillis;
    }
    if (this.current !== 'flying' && nowMillis >= this.retryMillis) this.dial(nowMillis);
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
    this.tries = 0;
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

  /** How long an attempt may take before another follows it. */
  private attemptMillis(): number {
    if (this.tripMillis === Number.POSITIVE_INFINITY) return CONNECT_MILLIS;
    const swift = Math.max(REDIAL_MILLIS, TRIPS_TO_FLY * this.tripMillis);
    return Math.min(CONNECT_MILLIS, swift * 2 ** Math.max(0, this.tries - SWIFT_TRIES));
  }

  /**
   * Another attempt. The silent connection may yet win over the first one: what has hung for long
   * has much to catch up with. An attempt that has not opened makes way for the next: a browser
   * opens one connection to an address at a time (RFC 6455, 4.1), so two of them would only queue.
   */
  private dial(nowMillis: number): void {
    hangUp(this.rival);
    if (this.tries > 0) this.giveUp(nowMillis);
    this.retryMillis = nowMillis + this.attemptMillis();
    this.tries++;
    const rival = this.open();
    this.rival = rival;
    rival.binaryType = 'arraybuffer';
    rival.onopen = () => this.greet(rival);
    rival.onclose = () => {
      this.rival = null;
      this.retryMillis = this.clock() + this.backoff.nextMillis();
    };
  }

  /** An attempt has opened: from here on it speaks for us. */
  private greet(wire: Wire): void {
    const nowMillis = this.clock();
    this.giveUp(nowMillis);
    [this.wire, this.rival] = [wire, null];
    this.retryMillis = nowMillis + this.attemptMillis();
    wire.onmessage = (event) => this.receive(event.data);
    wire.onclose = () => this.lose(this.clock());
    const { name, spectate, hue } = this.papers;
    const [token, password] = [this.papers.token(), this.papers.password()];
    wire.send(this.shared.hello(name, token, password, spectate, hue));
  }

  /** What spoke for us has been silent for too long. */
  private giveUp(nowMillis: number): void {
    if (this.wire && !this.welcomed) this.unansweredMillis = nowMillis;
    hangUp(this.wire);
    [this.wire, this.welcomed] = [null, false];
  }

  private receive(bytes: ArrayBuffer): void {
    const nowMillis = this.clock();
    this.heardMillis = nowMillis;
    if (this.welcomed && this.current === 'lost') this.resume();
    if (this.shared.receive(new Int8Array(bytes)) === this.snapshotKind) {
      this.events.heard?.('world', bytes.byteLength);
      this.compare();
      this.events.snapshot(nowMillis);
      return;
    }
    const letter = readLetter(this.shared.letter());
    this.events.heard?.(letter.kind === 'pong' ? 'upkeep' : 'words', bytes.byteLength);
    this.take(letter, nowMillis);
    this.events.letter(letter, nowMillis);
  }

  /** Where the page's world has come apart from the room's, all of it is asked for. */
  private compare(): void {
    const desyncs = this.shared.desyncs();
    if (desyncs > this.desyncs) {
      console.error(`desync at tick ${this.shared.tick()}: please report it`);
      this.send(this.shared.resync(), 'upkeep');
    }
    this.desyncs = desyncs;
  }

  private take(letter: Letter, nowMillis: number): void {
    switch (letter.kind) {
      case 'welcome':
        this.papers.keep(letter.token);
        this.welcomed = true;
        this.desyncs = 0;
        this.resume();
        this.ping(nowMillis);
        break;
      case 'refusal':
        this.current = this.endsAll(letter.reason, nowMillis) ? 'ended' : 'refused';
        break;
      case 'pong': {
        const millis = nowMillis - this.pings[letter.serial % PINGS]!;
        this.tripMillis = Math.min(this.tripMillis, millis);
        this.events.roundTrip(millis, nowMillis);
        break;
      }
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

  /** The wire speaks: whatever was tried meanwhile is not needed. */
  private resume(): void {
    hangUp(this.rival);
    this.rival = null;
    this.backoff.reset();
    this.tries = 0;
    this.current = 'flying';
  }

  /** A hello of ours that was given up may yet arrive, and take the seat for a moment. */
  private endsAll(reason: string, nowMillis: number): boolean {
    const echo = nowMillis - this.unansweredMillis < ECHO_MILLIS;
    return isFinal(reason) && !(reason === 'replaced' && echo);
  }

  /** The wire was closed, not by us. */
  private lose(nowMillis: number): void {
    this.wire = null;
    this.welcomed = false;
    if (this.current === 'ended') return;
    if (this.current === 'flying') this.current = 'lost';
    if (!this.rival) this.retryMillis = nowMillis + this.backoff.nextMillis();
  }

  private drop(): void {
    hangUp(this.wire);
    hangUp(this.rival);
    [this.wire, this.rival, this.welcomed] = [null, null, false];
  }
}

function patienceMillis(hidden: boolean): number {
  return hidden ? HIDDEN_SILENCE_MILLIS : SILENCE_MILLIS;
}

function hangUp(wire: Wire | null): void {
  if (!wire) return;
  wire.onopen = null;
  wire.onmessage = null;
  wire.onclose = null;
  wire.close();
}
