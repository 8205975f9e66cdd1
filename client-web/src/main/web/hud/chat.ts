/** The line for words to everyone, and a wheel of quick ones. Owned by the HUD. */
import { make, show } from '../page/elements.ts';
import type { Speech } from '../words/speech.ts';

const MOST_LENGTH = 80;
const EMOTES = ['emote1', 'emote2', 'emote3', 'emote4', 'emote5', 'emote6'] as const;

export class Chat {
  private readonly form: HTMLFormElement;
  private readonly field: HTMLInputElement;
  private readonly wheel: HTMLElement;
  private readonly speech: Speech;
  private readonly said: (words: string) => void;

  constructor(parent: Element, speech: Speech, said: (words: string) => void) {
    this.speech = speech;
    this.said = said;
    this.form = make('form', parent, { class: 'chat' });
    this.field = make('input', this.form, { name: 'chatLine' });
    this.field.maxLength = MOST_LENGTH;
    this.form.hidden = true;
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.send(this.field.value.trim());
    });
    this.field.addEventListener('blur', () => show(this.form, false));
    this.wheel = make('div', parent, { class: 'wheel', name: 'emotes', role: 'group' });
    this.wheel.hidden = true;
    EMOTES.forEach((word, i) => {
      const button = make('button', this.wheel, { say: word });
      button.style.setProperty('--place', String(i));
      button.addEventListener('click', () => this.send(this.speech.say(word)));
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
    this.field.blur();
    return open;
  }

  private send(words: string): void {
    if (words !== '') this.said(words);
    this.close();
    (document.activeElement as HTMLElement | null)?.blur();
  }
}
