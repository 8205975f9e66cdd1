/**
 * What the server tells this player alone, as long as a name is this browser's: /api/me/live, which
 * the browser opens again by itself. Owned by the page.
 */
import { MODES, type Mode } from './rooms.ts';

/** Somebody flew a better round than the player, who had the best of a mode. */
export interface BeatenRecord {
  readonly mode: Mode;
  readonly who: string;
  readonly score: number;
  readonly yours: number;
}

/** An event of one's own feed; null if it is of another kind. */
export function readBeaten(text: string): BeatenRecord | null {
  try {
    const { kind, mode, name, score, yours } = JSON.parse(text) as Record<string, unknown>;
    const known = MODES.find((each) => each === mode);
    if (kind !== 'record' || known === undefined || typeof name !== 'string') return null;
    return { mode: known, who: name, score: Number(score), yours: Number(yours) };
  } catch {
    return null;
  }
}

/** What is used of an EventSource. */
export type Stream = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;

const CLOSED = 2;

export class OwnFeed {
  private readonly open: (address: string) => Stream;
  private readonly tell: (beaten: BeatenRecord) => void;
  private token = '';
  private stream: Stream | null = null;

  constructor(open: (address: string) => Stream, tell: (beaten: BeatenRecord) => void) {
    this.open = open;
    this.tell = tell;
  }

  /** From here on it is the feed of this token; of an empty one there is none. */
  follow(token: string): void {
    const lives = this.stream !== null && this.stream.readyState !== CLOSED;
    if (token === this.token && (lives || token === '')) return;
    this.stream?.close();
    this.token = token;
    this.stream = null;
    if (token === '') return;
    this.stream = this.open(`/api/me/live?token=${encodeURIComponent(token)}`);
    this.stream.addEventListener('message', ({ data }) => this.hear(String(data)));
  }

  private hear(text: string): void {
    const beaten = readBeaten(text);
    if (beaten) this.tell(beaten);
  }
}
