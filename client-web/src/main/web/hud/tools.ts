/** The buttons at the upper edge, for who has no keys at hand. Owned by the game. */
import { make, show } from '../page/elements.ts';
import type { Word } from '../words/en.ts';

export interface ToolDoors {
  menu(): void;
  scores(): void;
  chat(): void;
  emotes(): void;
}

const SIGNS: readonly (readonly [keyof ToolDoors, Word, string])[] = [
  ['menu', 'settings', 'M4 7h16M4 12h16M4 17h16'],
  ['scores', 'scores', 'M5 20v-7h4v7M10 20V5h4v15M15 20v-10h4v10'],
  ['chat', 'keyChat', 'M4 5h16v11H10l-5 4v-4H4z'],
  ['emotes', 'emotes', 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 14c2 3 6 3 8 0M9 9v1M15 9v1'],
];

export class Tools {
  private readonly buttons: readonly HTMLButtonElement[];

  constructor(parent: Element, doors: ToolDoors) {
    const row = make('div', parent, { class: 'tools-row' });
    this.buttons = SIGNS.map(([door, name, path]) => {
      const button = make('button', row, { class: `tool tool-${door}`, name });
      button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
      button.addEventListener('click', () => doors[door]());
      return button;
    });
  }

  /** Whoever only watches has nothing to say. */
  mayTalk(talks: boolean): void {
    show(this.buttons[2]!, talks);
    show(this.buttons[3]!, talks);
  }
}
