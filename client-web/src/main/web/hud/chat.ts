/** The line for words to everyone, and a wheel of quick ones. Owned by the game. */
import { make, show } from '../page/elements.ts';
import type { Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';

const MOST_LENGTH = 80;
/** The wire's signs in the reader's words, by their places on the wheel. */
export const SIGN_WORDS: Readonly<Record<string, Word>> = {
  good_fight: 'emote1',
  nice_shot: 'emote2',
  sorry: 'emote3',
  thanks: 'emote4',
  help: 'emote5',
  ha: 'emote6',
  wow: 'emote7',
  hello: 'emote8',
};

export interface Voice {
  say(words: string): void;
  /** `place`: which of the wheel's. */
  emote(place: number): void;
}

export class Chat {
  private readonly form: HTMLFormElement;
  private readonly field: HTMLInputElement;
  private readonly wheel: HTMLElement;
  private readonly speech: Speech;
  private readonly voice: Voice;

  constructor(parent: Element, speech: Speech, voice: Voice) {
    this.speech = speech;
    this.voice = voice;
    this.form = make('form', parent, { class: 'chat' });
    this.field = make('input', this.form, { name: 'chatLine' });
    this.field.maxLength = MOST_LENGTH;
    this.field.enterKeyHint = 'send';
    this.form.hidden = true;
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = this.field.value.trim();
      if (words !== '') voice.say(words);
      this.close();
    });
    this.field.addEventListener('blur', () => show(this.form, false));
    this.field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    this.wheel = make('div', parent, { class: 'wheel', name: 'emotes', role: 'group' });
    this.wheel.hidden = true;
    this.wheel.addEventListener('keydown', (event) => this.walk(event));
    Object.values(SIGN_WORDS).forEach((say, place) => {
      this.spoke(say, place);
    });
  }

  open(): void {
    show(this.wheel, false);
    show(this.form, true);
    this.field.value = '';
    this.field.placeholder = this.speech.say('chatLine');
    this.field.focus();
  }

  toggleWheel(): void {
    show(this.wheel, Boolean(this.wheel.hidden));
    if (!this.wheel.hidden) this.wheel.querySelector('button')?.focus();
  }

  /** True if something was open. */
  close(): boolean {
    const open = !this.form.hidden || !this.wheel.hidden;
    show(this.form, false);
    show(this.wheel, false);
    (document.activeElement as HTMLElement | null)?.blur();
    return open;
  }

  private spoke(say: Word, place: number): void {
    const button = make('button', this.wheel);
    button.style.setProperty('--place', String(place));
    make('kbd', button, { text: String(place + 1) }).setAttribute('aria-hidden', 'true');
    make('span', button, { say });
    button.addEventListener('click', () => this.emote(place));
  }

  private emote(place: number): void {
    this.voice.emote(place);
    this.close();
  }

  /** Arrows go round, numbers choose at once. */
  private walk(event: KeyboardEvent): void {
    const number = Number(event.key);
    if (number >= 1 && number <= this.wheel.childElementCount) this.emote(number - 1);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') this.step(1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') this.step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private step(by: number): void {
    const spokes = [...this.wheel.querySelectorAll('button')];
    const now = spokes.indexOf(document.activeElement as HTMLButtonElement);
    spokes[(now + by + spokes.length) % spokes.length]?.focus();
  }
}
