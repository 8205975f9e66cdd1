/** Rows of the settings: one labelled field each, which shows the choice and changes it. */
import { make, style, write } from '../page/elements.ts';
import type { Word } from '../words/en.ts';
import type { Choices } from './choices.ts';
import type { Settings } from './settings.ts';

type Keys<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];

export class Rows {
  private readonly choices: Choices;

  constructor(choices: Choices) {
    this.choices = choices;
  }

  /** `options`: a value and the word (or the plain text) it is shown by. */
  select<K extends Keys<string>>(
    parent: Element,
    key: K,
    word: Word,
    options: readonly (readonly [Settings[K], Word | { readonly text: string }])[],
  ): void {
    const field = make('select', this.row(parent, word));
    for (const [value, shown] of options) {
      const look = typeof shown === 'string' ? { say: shown } : shown;
      make('option', field, look).value = String(value);
    }
    field.addEventListener('change', () => this.change(key, field.value as Settings[K]));
    this.choices.each((settings) => {
      field.value = String(settings[key]);
    });
  }

  range<K extends Keys<number>>(
    parent: Element,
    key: K,
    word: Word,
    [min, max, step]: readonly [number, number, number],
  ): void {
    const row = this.row(parent, word);
    const field = this.slider(row, min, max, step);
    const shown = make('output', row, { class: 'number' });
    field.addEventListener('input', () => this.change(key, field.valueAsNumber as Settings[K]));
    this.choices.each((settings) => {
      slide(field, Number(settings[key]));
      write(shown, `${Math.round(Number(settings[key]) * 100)} %`);
    });
  }

  check<K extends Keys<boolean>>(parent: Element, key: K, word: Word): void {
    const field = make('input', this.row(parent, word));
    field.type = 'checkbox';
    field.addEventListener('change', () => this.change(key, field.checked as Settings[K]));
    this.choices.each((settings) => {
      field.checked = settings[key] === true;
    });
  }

  weather(parent: Element, key: keyof Settings['weather'], word: Word, most: number): void {
    const row = this.row(parent, word);
    const field = this.slider(row, 0, most, most > 60 ? 10 : 1);
    const shown = make('output', row, { class: 'number' });
    field.addEventListener('input', () => {
      const { weather } = this.choices.now();
      this.choices.change({ weather: { ...weather, [key]: field.valueAsNumber } });
    });
    this.choices.each(({ weather }) => {
      slide(field, weather[key]);
      shown.textContent = String(weather[key]);
    });
  }

  private slider(row: Element, min: number, max: number, step: number): HTMLInputElement {
    const field = make('input', row);
    field.type = 'range';
    [field.min, field.max, field.step] = [String(min), String(max), String(step)];
    return field;
  }

  private row(parent: Element, word: Word): HTMLElement {
    const row = make('label', parent, { class: 'row' });
    make('span', row, { say: word });
    return row;
  }

  private change<K extends keyof Settings>(key: K, value: Settings[K]): void {
    this.choices.change({ [key]: value } as unknown as Partial<Settings>);
  }
}

function slide(field: HTMLInputElement, value: number): void {
  const [min, max] = [Number(field.min), Number(field.max)];
  if (field.valueAsNumber !== value) field.value = String(value);
  style(field, '--share', ((value - min) / (max - min)).toFixed(3));
}
