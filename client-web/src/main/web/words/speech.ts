/** The language the page speaks: words with values filled in, and elements that carry a word. */
import { DE } from './de.ts';
import { EN, type Word, type Words } from './en.ts';
import { ES } from './es.ts';
import { HI } from './hi.ts';
import { fill, type Language, type Values } from './languages.ts';
import { ZH } from './zh.ts';

export const LANGUAGES: Readonly<Record<Language, Words>> = {
  en: EN,
  de: DE,
  es: ES,
  hi: HI,
  zh: ZH,
};

export type Say = (word: Word, values?: Values) => string;

export class Speech {
  private words: Words = EN;

  readonly say: Say = (word, values) => {
    const text = this.words[word];
    return values ? fill(text, values) : text;
  };

  speak(language: Language): void {
    this.words = LANGUAGES[language];
  }

  /** Fills in all elements under `root` that carry a word: as text, or as their name. */
  dress(root: ParentNode): void {
    for (const each of root.querySelectorAll<HTMLElement>('[data-say]')) {
      each.textContent = this.say(each.dataset.say as Word);
    }
    for (const each of root.querySelectorAll<HTMLElement>('[data-name]')) {
      const name = this.say(each.dataset.name as Word);
      each.setAttribute('aria-label', name);
      each.title = name;
    }
  }
}
