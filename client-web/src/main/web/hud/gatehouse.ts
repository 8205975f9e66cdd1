/** Plain words for whoever is not in, and what to do about it. Owned by the game. */
import type { LinkState } from '../net/link.ts';
import { make, show, write } from '../page/elements.ts';
import type { Word } from '../words/en.ts';
import { reasonWord, remedy } from '../words/reasons.ts';
import type { Speech } from '../words/speech.ts';

const STATES: Readonly<Record<Exclude<LinkState, 'flying'>, Word>> = {
  connecting: 'connecting',
  lost: 'lost',
  refused: 'refused',
  ended: 'ended',
};

export interface GateDoors {
  again(): void;
  /** In without a seat, where there is none to be had. */
  watch(): void;
  password(words: string): void;
  lobby(): void;
}

export class Gatehouse {
  private readonly parent: HTMLElement;
  private readonly root: HTMLElement;
  private readonly words: HTMLElement;
  private readonly form: HTMLFormElement;
  private readonly field: HTMLInputElement;
  private readonly again: HTMLButtonElement;
  private readonly watch: HTMLButtonElement;
  private readonly reload: HTMLButtonElement;
  private readonly lobby: HTMLButtonElement;
  private readonly speech: Speech;
  private reason = '';
  private text = '';
  private benched = false;

  constructor(parent: HTMLElement, speech: Speech, doors: GateDoors) {
    this.speech = speech;
    this.parent = parent;
    this.root = make('section', parent, { class: 'gatehouse' });
    this.words = make('p', this.root, { class: 'status', role: 'status' });
    this.words.dataset.part = 'status';
    this.form = make('form', this.root);
    const label = make('label', this.form);
    make('span', label, { say: 'password' });
    this.field = make('input', label);
    this.field.type = 'password';
    make('button', this.form, { say: 'enter' }).type = 'submit';
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      doors.password(this.field.value);
    });
    const buttons = make('div', this.root, { class: 'buttons' });
    this.reload = make('button', buttons, { say: 'reload' });
    this.reload.addEventListener('click', () => location.reload());
    this.again = make('button', buttons, { say: 'again' });
    this.again.addEventListener('click', () => doors.again());
    this.watch = make('button', buttons, { say: 'watch' });
    this.watch.addEventListener('click', () => doors.watch());
    this.lobby = make('button', buttons, { class: 'plain', say: 'lobby' });
    this.lobby.addEventListener('click', () => doors.lobby());
  }

  /** Why the server refused, and its own words for it. */
  refuse(reason: string, text: string): void {
    [this.reason, this.text] = [reason, text];
  }

  /** Whoever did nothing for long has lost the seat, and looks on. */
  bench(idle: boolean): void {
    this.benched = idle;
  }

  show(state: LinkState): void {
    if (state === 'flying') [this.reason, this.text] = [this.benched ? 'idle' : '', ''];
    const away = isAway(state) || this.benched;
    const ended = state === 'ended' || this.benched;
    const help = remedy(this.reason);
    if (this.parent.dataset.link !== state) this.parent.dataset.link = state;
    write(this.words, this.say(state));
    this.root.classList.toggle('away', away);
    show(this.form, ended && help === 'password');
    show(this.reload, ended && help === 'reload');
    show(this.again, ended && help === 'again');
    show(this.watch, away && help === 'watch');
    show(this.lobby, away);
  }

  private say(state: LinkState): string {
    if (state === 'flying' && !this.benched) return '';
    if (state !== 'flying' && (!isAway(state) || this.reason === '')) {
      return this.speech.say(STATES[state]);
    }
    const word = reasonWord(this.reason);
    return word ? this.speech.say(word) : this.text;
  }
}

function isAway(state: LinkState): boolean {
  return state === 'ended' || state === 'refused';
}
