/** What a screen reader says of the fight; nobody sees it. Owned by the HUD. */
import { make } from '../page/elements.ts';

/** At the bound the oldest line goes; it was read long ago. */
const MOST_LINES = 5;

export class Aloud {
  private readonly root: HTMLElement;

  constructor(parent: Element) {
    this.root = make('div', parent, { class: 'aloud', role: 'log' });
  }

  say(words: string): void {
    if (words === '') return;
    if (this.root.childElementCount === MOST_LINES) this.root.firstElementChild!.remove();
    make('p', this.root, { text: words });
  }
}
