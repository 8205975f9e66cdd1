/** Every language says everything, with the same values in it. */
import { expect, test } from 'vitest';
import * as doctor from '../../../main/web/doctor/words/speech.ts';
import { languageOf } from '../../../main/web/words/languages.ts';
import { LANGUAGES, Speech } from '../../../main/web/words/speech.ts';

const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort();

type Table = Readonly<Record<string, string>>;
const PAGES: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  game: LANGUAGES,
  doctor: doctor.LANGUAGES,
};
const spoken = Object.entries(PAGES).flatMap(([page, languages]) =>
  Object.entries(languages).map(([language, words]) => [page, language, words] as const),
);

test.each(spoken)('the %s misses no word and no value in %s', (page, _, words) => {
  const english: Table = PAGES[page]!.en!;
  expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  for (const word of Object.keys(english)) {
    expect(words[word]!.trim(), word).not.toBe('');
    expect(values(words[word]!), word).toEqual(values(english[word]!));
  }
});

test('the first language we speak is chosen, else English', () => {
  expect(languageOf(['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(languageOf(['zh-Hans-CN'])).toBe('zh');
  expect(languageOf(['xx'])).toBe('en');
});

test('values are filled in', () => {
  const speech = new Speech();
  expect(speech.say('players', { n: 3, most: 32 })).toBe('3 of 32');
  speech.speak('de');
  expect(speech.say('players', { n: 3, most: 32 })).toBe('3 von 32');
});
