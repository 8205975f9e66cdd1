/** Every language says everything, with the same values in it. */
import { expect, test } from 'vitest';
import { EN, type Word } from '../../../main/web/words/en.ts';
import { LANGUAGES, languageOf, Speech } from '../../../main/web/words/speech.ts';

const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort();

test.each(Object.entries(LANGUAGES))('%s misses no word and no value', (_, words) => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(EN).sort());
  for (const word of Object.keys(EN) as Word[]) {
    expect(words[word].trim(), word).not.toBe('');
    expect(values(words[word]), word).toEqual(values(EN[word]));
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
