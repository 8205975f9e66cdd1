/** The last things that happened, as lines that fade: kills, words, notices. Owned by the HUD. */
import type { Kill } from '../net/letters.ts';
import { make } from '../page/elements.ts';
import { cssColor, seatColor } from '../render/palette.ts';
import type { Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
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

const SIGNS: Readonly<Record<string, string>> = {
  torpedo: '➤',
  ram: '✸',
  star: '☀',
  planet: '●',
  border: '⦸',
};

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
    const own = kill.killer === ownSeat || kill.victim === ownSeat;
    const line = this.line(own ? 'own' : '', nowMillis);
    const by = kill.killer >= 0 && kill.killer !== kill.victim;
    if (by) this.who(line, kill.killer);
    const sign = make('i', line, { class: 'cause', text: SIGNS[kill.cause] ?? '✸' });
    sign.title = this.speech.say(CAUSES[kill.cause] ?? 'destroyed');
    this.who(line, kill.victim);
  }

  chat(seat: number, words: string, nowMillis: number): void {
    const line = this.line('chat', nowMillis);
    this.who(line, seat);
    line.append(`: ${words}`);
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

  private who(line: Element, seat: number): void {
    const name = make('b', line, { text: this.crowd.name(seat) });
    name.style.color = cssColor(seatColor(seat));
  }
}
