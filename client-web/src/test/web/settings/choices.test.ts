/** Settings kept, read back from anything, and carried along as text. */
import { expect, test } from 'vitest';
import { bind, DEFAULT_BINDINGS } from '../../../main/web/settings/bindings.ts';
import { Choices } from '../../../main/web/settings/choices.ts';

function shelf(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  } as unknown as Storage;
}

test('a change is told on and still there on the next visit', () => {
  const store = shelf();
  const choices = new Choices(store, ['es']);
  const told: number[] = [];
  choices.each(({ hue }) => told.push(hue));
  choices.change({ hue: 40, name: 'Ada' });
  expect(told).toEqual([188, 40]);
  expect(new Choices(store, ['es']).now()).toMatchObject({ hue: 40, name: 'Ada', language: 'es' });
});

test('nonsense becomes the default', () => {
  const store = shelf();
  store.setItem('apsis.settings', '{"hue":"red","volume":7,"language":"tlh","keys":{"fire":3}}');
  const settings = new Choices(store, []).now();
  expect(settings).toMatchObject({ hue: 188, volume: 1, language: 'en' });
  expect(settings.keys.fire).toEqual(['Space']);
  store.setItem('apsis.settings', '{broken');
  expect(new Choices(store, []).now().hue).toBe(188);
});

test('what one browser carries out another takes over, but for the name', () => {
  const [here, there] = [new Choices(shelf(), []), new Choices(shelf(), [])];
  here.change({ name: 'Ada', palette: 'safe', keys: bind(DEFAULT_BINDINGS, 'fire', 'KeyX') });
  there.change({ name: 'Bob' });
  expect(there.takeOver(here.carried())).toBe(true);
  expect(there.now()).toMatchObject({ name: 'Bob', palette: 'safe' });
  expect(there.now().keys.fire).toEqual(['KeyX', 'Space']);
  expect(there.takeOver('hello')).toBe(false);
  expect(there.takeOver('[1]')).toBe(false);
});

test('a key does one thing: binding it takes it from where it was', () => {
  const bound = bind(DEFAULT_BINDINGS, 'brake', 'Space');
  expect(bound.brake).toEqual(['Space', 'ArrowDown']);
  expect(bound.fire).toEqual([]);
});
