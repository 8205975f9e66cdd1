/** How to fly, said once: gone as soon as a key was used. Owned by the HUD. */
import { make } from '../page/elements.ts';
import { ACTION_WORDS, type Bindings, CONTROLS, keyName } from '../settings/bindings.ts';
import type { Speech } from '../words/speech.ts';

export class Hints {
  private readonly root: HTMLElement;
  private readonly speech: Speech;
  private watching = false;

  constructor(parent: Element, speech: Speech) {
    this.speech = speech;
    this.root = make('p', parent, { class: 'hint' });
  }

  /** In the language of the moment, with the keys of the moment. */
  fill(bindings: Bindings): void {
    if (this.watching) return;
    this.root.replaceChildren();
    for (const control of CONTROLS) {
      this.item(keyName(bindings[control][0] ?? ''), this.speech.say(ACTION_WORDS[control]));
    }
    this.item(this.speech.say('mouseHeld'), this.speech.say('mouseAim'));
  }

  /** Plain words instead of keys. */
  say(words: string): void {
    this.root.textContent = words;
    this.watching = true;
  }

  hide(): void {
    this.root.classList.add('gone');
  }

  private item(key: string, meaning: string): void {
    const item = make('span', this.root);
    make('kbd', item, { text: key });
    item.append(` ${meaning}`);
  }
}
