/** Makes the pilot's name theirs by a password, or signs in to it. Owned by the honours. */
import { claim, type Granted, readBadge, stillValid, tokenFor } from '../net/badge.ts';
import { make, show, write } from '../page/elements.ts';
import type { Choices } from '../settings/choices.ts';
import type { Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';

const ANSWERS: Readonly<Record<Granted, Word>> = {
  yours: 'keepYours',
  wrong: 'keepWrong',
  short: 'keepHint',
  busy: 'keepBusy',
};

export class NameKeeper {
  private readonly choices: Choices;
  private readonly speech: Speech;
  private readonly form: HTMLFormElement;
  private readonly field: HTMLInputElement;
  private readonly note: HTMLElement;
  private answer: Word = 'keepHint';

  constructor(parent: Element, choices: Choices, speech: Speech) {
    this.choices = choices;
    this.speech = speech;
    this.form = make('form', parent, { class: 'keeper' });
    const label = make('label', this.form);
    make('span', label, { say: 'keepPassword' });
    this.field = make('input', label);
    this.field.type = 'password';
    this.field.setAttribute('autocomplete', 'current-password');
    make('button', this.form, { class: 'plain', say: 'keep' }).type = 'submit';
    this.note = make('p', this.form, { class: 'note', role: 'status' });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.ask();
    });
    choices.each(() => this.write('keepHint'));
    void stillValid(localStorage).then(
      () => this.write('keepHint'),
      () => this.write('keepHint'),
    );
  }

  private async ask(): Promise<void> {
    const { name } = this.choices.now();
    if (name === '') return this.write('whyName');
    try {
      this.write(ANSWERS[await claim(name, this.field.value, localStorage)]);
      if (this.answer === 'keepYours') this.field.value = '';
    } catch {
      this.write('keepBusy');
    }
  }

  /** Where the name is this browser's already there is nothing to ask. */
  private write(word: Word): void {
    const { name } = this.choices.now();
    const ours = name !== '' && tokenFor(name, localStorage) !== '';
    this.answer = ours ? 'keepYours' : word;
    const shown = ours ? (readBadge(localStorage)?.name ?? name) : name;
    write(this.note, this.speech.say(this.answer, { name: shown }));
    this.form.classList.toggle('ours', ours);
    show(this.field.parentElement!, !ours);
    show(this.form.querySelector('button')!, !ours);
  }
}
