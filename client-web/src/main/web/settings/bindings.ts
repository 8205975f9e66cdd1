/**
 * Which key does what: by place on the keyboard, so that WASD is the same square on every layout.
 */
import type { Word } from '../words/en.ts';

export const CONTROLS = ['left', 'right', 'thrust', 'brake', 'boost', 'fire', 'jump'] as const;
const WISHES = ['scores', 'chat', 'emote', 'graph', 'mute', 'menu'] as const;
export const ACTIONS = [...CONTROLS, ...WISHES] as const;

/** What steers the ship. */
export type Control = (typeof CONTROLS)[number];
/** What a key can do: steer, or ask something of the page. */
export type Action = (typeof ACTIONS)[number];
export type Bindings = Readonly<Record<Action, readonly string[]>>;

export const MOST_KEYS = 2;

export const DEFAULT_BINDINGS: Bindings = {
  left: ['ArrowLeft', 'KeyA'],
  right: ['ArrowRight', 'KeyD'],
  thrust: ['ArrowUp', 'KeyW'],
  brake: ['ArrowDown', 'KeyS'],
  boost: ['ShiftLeft', 'ShiftRight'],
  fire: ['Space'],
  jump: ['KeyH', 'KeyE'],
  scores: ['Tab'],
  chat: ['Enter'],
  emote: ['KeyV'],
  graph: ['KeyN'],
  mute: ['KeyM'],
  menu: ['Escape'],
};

export const ACTION_WORDS: Readonly<Record<Action, Word>> = {
  left: 'keyLeft',
  right: 'keyRight',
  thrust: 'keyThrust',
  brake: 'keyBrake',
  boost: 'keyBoost',
  fire: 'keyFire',
  jump: 'keyJump',
  scores: 'keyScores',
  chat: 'keyChat',
  emote: 'keyEmote',
  graph: 'keyGraph',
  mute: 'keyMute',
  menu: 'keyMenu',
};

/** The action of each bound key. */
export function actionsByKey(bindings: Bindings): ReadonlyMap<string, Action> {
  const found = new Map<string, Action>();
  for (const action of ACTIONS) for (const code of bindings[action]) found.set(code, action);
  return found;
}

/** Binds a key; whatever it did before it does no longer. The newest two of an action stay. */
export function bind(bindings: Bindings, action: Action, code: string): Bindings {
  const bound = { ...bindings };
  for (const each of ACTIONS) bound[each] = bindings[each].filter((key) => key !== code);
  bound[action] = [code, ...bound[action]].slice(0, MOST_KEYS);
  return bound;
}

export function readBindings(value: unknown): Bindings {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const bound: Record<string, readonly string[]> = {};
  for (const action of ACTIONS) {
    const keys = given[action];
    const good = Array.isArray(keys) && keys.every((key) => typeof key === 'string');
    bound[action] = good ? keys.slice(0, MOST_KEYS) : DEFAULT_BINDINGS[action];
  }
  return bound as Bindings;
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ShiftLeft: 'Shift',
  ShiftRight: 'Shift',
  Escape: 'Esc',
};

/** What is printed on a key, about. */
export function keyName(code: string): string {
  return SIGNS[code] ?? code.replace(/^(Key|Digit|Numpad)/, '');
}
