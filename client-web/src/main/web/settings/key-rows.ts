/** The table of keys: press one, then the key it is to be. Owned by the settings panel. */
import { make } from '../page/elements.ts';
import type { Speech } from '../words/speech.ts';
import { ACTION_WORDS, ACTIONS, type Action, bind, keyName } from './bindings.ts';
import type { Choices } from './choices.ts';

export class KeyRows {
  private readonly choices: Choices;
  private readonly speech: Speech;
  private readonly buttons = new Map<Action, HTMLButtonElement>();
  private waiting: Action | null = null;

  constructor(parent: Element, choices: Choices, speech: Speech) {
    this.choices = choices;
    this.speech = speech;
    const grid = make('div', parent, { class: 'keys' });
    for (const action of ACTIONS) {
      const row = make('div', grid, { class: 'row' });
      make('span', row, { say: ACTION_WORDS[action] }).id = `key-${action}`;
      const button = make('button', row, { class: 'key' });
      button.id = `bind-${action}`;
      button.setAttribute('aria-labelledby', `key-${action} bind-${action}`);
      button.addEventListener('click', () => this.wait(action));
      button.addEventListener('keydown', (event) => this.take(event));
      button.addEventListener('blur', () => this.wait(null));
      this.buttons.set(action, button);
    }
    choices.each(() => this.show());
  }

  /** True while the next key is to be bound, and not to close anything. */
  busy(): boolean {
    return this.waiting !== null;
  }

  show(): void {
    const { keys } = this.choices.now();
    for (const [action, button] of this.buttons) {
      const asked = this.waiting === action;
      button.classList.toggle('waiting', asked);
      button.textContent = asked
        ? this.speech.say('keyPress')
        : [...new Set(keys[action].map(keyName))].join('  ') || '–';
    }
  }

  private wait(action: Action | null): void {
    this.waiting = action;
    this.show();
  }

  private take(event: KeyboardEvent): void {
    const { waiting } = this;
    if (!waiting) return;
    event.preventDefault();
    event.stopPropagation();
    this.waiting = null;
    this.choices.change({ keys: bind(this.choices.now().keys, waiting, event.code) });
    this.show();
  }
}
