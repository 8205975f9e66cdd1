/** The language the page speaks: words with values filled in, and elements that carry a word. */
import { DE } from './de.ts';
import { EN, type Word, type Words } from './en.ts';
import { ES } from './es.ts';
import { HI } from './hi.ts';
import { ZH } from './zh.ts';

export const LANGUAGES = { en: EN, de: DE, es: ES, hi: HI, zh: ZH } satisfies Record<string, Words>;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  hi: 'हिन्दी',
  zh: '中文',
};

type Values = Readonly<Record<string, string | number>>;
export type Say = (word: Word, values?: Values) => string;

/** The first of the reader's languages that we have. */
export function languageOf(wanted: readonly string[]): Language {
  for (const each of wanted) {
    const found = each.slice(0, 2).toLowerCase();
    if (found in LANGUAGES) return found as Language;
  }
  return 'en';
}

export class Speech {
  private words: Words = EN;

  readonly say: Say = (word, values) => {
    const text = this.words[word];
    return values ? text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')) : text;
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
