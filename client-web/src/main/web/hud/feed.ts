/** The last things that happened, as lines that fade: kills, words, notices. Owned by the HUD. */
import type { Kill } from '../net/letters.ts';
import { make } from '../page/elements.ts';
import type { Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import { badge } from './badge.ts';
import type { Crowd } from './crowd.ts';

const MOST_LINES = 6;
const SHOWN_MILLIS = 9000;

export const CAUSES: Readonly<Record<string, Word>> = {
  torpedo: 'causeTorpedo',
  ram: 'causeCollision',
  star: 'causeStar',
  planet: 'causeBody',
  border: 'causeBorder',
};

/** Drawn in a square of 24: a torpedo, a clash, the star, a planet, the border. */
const SIGNS: Readonly<Record<string, string>> = {
  torpedo: 'M2 12h7M5 8h6M5 16h6M11 8l9 4-9 4z',
  ram: 'M12 3v5M12 16v5M3 12h5M16 12h5M6 6l3 3M15 15l3 3M18 6l-3 3M9 15l-3 3',
  star:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3' +
    'M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  planet: 'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM2 16C6 14 18 8 22 8',
  border: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12',
};

/** The sign of a cause, with its words for who cannot see it. */
export function causeSign(parent: Element, speech: Speech, cause: string): HTMLElement {
  const sign = make('i', parent, { class: 'cause', role: 'img' });
  const path = SIGNS[cause] ?? SIGNS.ram!;
  sign.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  sign.setAttribute('aria-label', speech.say(CAUSES[cause] ?? 'destroyed'));
  return sign;
}

export class Feed {
  private readonly root: HTMLElement;
  private readonly speech: Speech;
  private readonly crowd: Crowd;
  private readonly until: number[] = [];

  constructor(parent: Element, speech: Speech, crowd: Crowd) {
    this.root = make('div', parent, { class: 'feed' });
    this.speech = speech;
    this.crowd = crowd;
  }

  kill(kill: Kill, ownSeat: number, nowMillis: number): void {
    const own = ownSeat >= 0 && (kill.killer === ownSeat || kill.victim === ownSeat);
    const line = this.line(own ? 'own' : '', nowMillis);
    const by = kill.killer >= 0 && kill.killer !== kill.victim;
    if (by) badge(line, this.crowd, kill.killer);
    causeSign(line, this.speech, kill.cause);
    badge(line, this.crowd, kill.victim);
  }

  chat(seat: number, words: string, nowMillis: number): void {
    const line = this.line('said', nowMillis);
    badge(line, this.crowd, seat);
    make('span', line, { class: 'words', text: words });
  }

  notice(words: string, nowMillis: number): void {
    this.line('notice', nowMillis).textContent = words;
  }

  /** Lets go of lines whose time is over. */
  fade(nowMillis: number): void {
    while (this.until.length > 0 && this.until[0]! < nowMillis) {
      this.drop();
    }
  }

  private drop(): void {
    this.until.shift();
    this.root.firstElementChild?.remove();
  }

  private line(sort: string, nowMillis: number): HTMLElement {
    if (this.until.length === MOST_LINES) this.drop();
    this.until.push(nowMillis + SHOWN_MILLIS);
    return make('p', this.root, { class: sort });
  }
}
