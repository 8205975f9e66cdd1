/** Other servers, as the directory of this one lists them. Owned by the lobby. */
import { make, show } from '../page/elements.ts';
import { EN, type Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';

const SHOWN = 6;

export interface Neighbour {
  /** Where its page is: http or https, and nothing else. */
  readonly address: string;
  readonly name: string;
  readonly mode: string;
  readonly players: number;
  readonly capacity: number;
}

/** Throws an Error where the answer is no list; a line that links nowhere is left out. */
export function readNeighbours(answer: unknown): readonly Neighbour[] {
  const servers = (answer as { servers?: unknown } | null)?.servers;
  if (!Array.isArray(servers)) throw new Error('servers is not a list');
  return servers.flatMap((server) => {
    const address = webAddress((server as { address?: unknown } | null)?.address);
    return address === null ? [] : [readNeighbour(address, server)];
  });
}

function readNeighbour(address: string, server: Readonly<Record<string, unknown>>): Neighbour {
  return {
    address,
    name: String(server.name),
    mode: String(server.mode),
    players: Number(server.players),
    capacity: Number(server.capacity),
  };
}

/** No other scheme: a link that came from elsewhere runs nothing here. */
function webAddress(text: unknown): string | null {
  try {
    const url = new URL(String(text));
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : null;
  } catch {
    return null;
  }
}

export class Neighbours {
  private readonly root: HTMLElement;
  private readonly list: HTMLElement;
  private readonly speech: Speech;
  private known: readonly Neighbour[] = [];

  constructor(parent: Element, speech: Speech) {
    this.speech = speech;
    this.root = make('section', parent, { class: 'card neighbours' });
    this.root.hidden = true;
    this.root.setAttribute('aria-labelledby', 'neighbours-title');
    make('h2', this.root, { say: 'neighbours' }).id = 'neighbours-title';
    this.list = make('ul', this.root);
  }

  /** Where there is nobody else the lobby has no card for them. */
  async refresh(): Promise<void> {
    try {
      const answer = await fetch('/api/servers', { cache: 'no-store' });
      this.known = answer.ok ? readNeighbours(await answer.json()) : [];
    } catch {
      this.known = [];
    }
    this.translated();
  }

  /** Writes what is known anew. */
  translated(): void {
    this.list.replaceChildren();
    for (const each of this.known.slice(0, SHOWN)) this.line(each);
    show(this.root, this.known.length > 0);
  }

  private line({ address, name, mode, players, capacity }: Neighbour): void {
    const { say } = this.speech;
    const link = make('a', make('li', this.list));
    link.href = address;
    link.rel = 'noopener';
    link.title = address;
    make('span', link, { text: name });
    make('small', link, { text: mode in EN ? say(mode as Word) : '' });
    make('b', link, { text: say('players', { n: players, most: capacity }) });
  }
}
