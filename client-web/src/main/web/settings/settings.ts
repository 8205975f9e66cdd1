/** What a player can choose, read at the door: whatever is missing or odd becomes the default. */
import { CALM_WEATHER, readWeather, type Weather } from '../net/weather.ts';
import { LANGUAGE_NAMES, type Language, languageOf } from '../words/languages.ts';
import { type Bindings, DEFAULT_BINDINGS, readBindings } from './bindings.ts';

export const PALETTES = ['neon', 'safe'] as const;
export const MOTIONS = ['auto', 'full', 'calm'] as const;
export const QUALITIES = ['auto', 'low', 'medium', 'high'] as const;
export const AIMS = ['held', 'always'] as const;

export interface Settings {
  readonly name: string;
  /** Degrees on the colour circle. */
  readonly hue: number;
  readonly language: Language;
  /** 1 is as designed. */
  readonly textScale: number;
  readonly palette: (typeof PALETTES)[number];
  readonly motion: (typeof MOTIONS)[number];
  readonly quality: (typeof QUALITIES)[number];
  /** 0..1 */
  readonly volume: number;
  readonly muted: boolean;
  readonly music: boolean;
  readonly aim: (typeof AIMS)[number];
  readonly graph: boolean;
  readonly weather: Weather;
  readonly keys: Bindings;
}

export const MOST_NAME_LENGTH = 20;

export function readSettings(value: unknown, languages: readonly string[]): Settings {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Given;
  const name = typeof given.name === 'string' ? given.name : '';
  return {
    name: name.slice(0, MOST_NAME_LENGTH),
    hue: within(given.hue, 0, 360, 188),
    language: oneOf(
      given.language,
      Object.keys(LANGUAGE_NAMES) as Language[],
      languageOf(languages),
    ),
    textScale: within(given.textScale, 0.8, 1.6, 1),
    palette: oneOf(given.palette, PALETTES, 'neon'),
    motion: oneOf(given.motion, MOTIONS, 'auto'),
    quality: oneOf(given.quality, QUALITIES, 'auto'),
    volume: within(given.volume, 0, 1, 0.6),
    muted: given.muted === true,
    music: given.music === true,
    aim: oneOf(given.aim, AIMS, 'held'),
    graph: given.graph === true,
    weather: readWeather(given.weather ?? CALM_WEATHER),
    keys: given.keys === undefined ? DEFAULT_BINDINGS : readBindings(given.keys),
  };
}

type Given = Readonly<Record<string, unknown>>;

function within(value: unknown, least: number, most: number, otherwise: number): number {
  const good = typeof value === 'number' && Number.isFinite(value);
  return good ? Math.max(least, Math.min(most, value)) : otherwise;
}

function oneOf<T extends string>(value: unknown, all: readonly T[], otherwise: T): T {
  return all.find((each) => each === value) ?? otherwise;
}
