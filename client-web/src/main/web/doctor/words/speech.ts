/** What the doctor says, in the reader's language. */
import { fill, type Language, type Values } from '../../words/languages.ts';
import { DE } from './de.ts';
import { EN, type Word, type Words } from './en.ts';
import { ES } from './es.ts';
import { HI } from './hi.ts';
import { ZH } from './zh.ts';

export const LANGUAGES: Readonly<Record<Language, Words>> = {
  en: EN,
  de: DE,
  es: ES,
  hi: HI,
  zh: ZH,
};

export type Say = (word: Word, values?: Values) => string;

export function sayIn(language: Language): Say {
  const words = LANGUAGES[language];
  return (word, values) => fill(words[word], values);
}
