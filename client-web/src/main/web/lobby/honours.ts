/**
 * The best pilots of a day, a week, a month or ever, by mode; and how to keep one's name. Owned by
 * the lobby.
 */
import { make, show, write } from '../page/elements.ts';
import type { Choices } from '../settings/choices.ts';
import type { Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import { NameKeeper } from './name-keeper.ts';
import { MODES, type Mode } from './rooms.ts';

const PERIODS = ['day', 'week', 'month', 'all'] as const;
type Period = (typeof PERIODS)[number];
const PERIOD_WORDS: Readonly<Record<Period, Word>> = {
  day: 'boardDay',
  week: 'boardWeek',
  month: 'boardMonth',
  all: 'boardAll',
};
const ORDERS = ['score', 'rating'] as const;
type Order = (typeof ORDERS)[number];
const ORDER_WORDS: Readonly<Record<Order, Word>> = { score: 'boardScore', rating: 'boardRating' };
const LINES = 5;

export interface Honour {
  readonly rank: number;
  readonly name: string;
  /** What the board ranks by: a sum of scores, or a rating. */
  readonly worth: number;
}

/** Throws an Error where the answer is no board. */
export function readBoard(answer: unknown): readonly Honour[] {
  const { lines, by } = (answer ?? {}) as { lines?: unknown; by?: unknown };
  if (!Array.isArray(lines)) throw new Error('lines is not a list');
  return lines.map(({ rank, name, score, rating }) => ({
    rank: Number(rank),
    name: String(name),
    worth: Number(by === 'rating' ? rating : score),
  }));
}

export class Honours {
  private readonly root: HTMLElement;
  private readonly list: HTMLOListElement;
  private readonly note: HTMLElement;
  private readonly news: HTMLElement;
  private readonly speech: Speech;
  private mode: Mode = 'ffa';
  private period: Period = 'week';
  private order: Order = 'score';

  constructor(parent: Element, choices: Choices, speech: Speech) {
    this.speech = speech;
    this.root = make('section', parent, { class: 'card honours' });
    this.root.hidden = true;
    make('h2', this.root, { say: 'board' });
    const choice = make('div', this.root, { class: 'choice' });
    this.select(choice, 'board', PERIODS, PERIOD_WORDS, this.period, (period) => {
      this.period = period;
    });
    const modes = { ffa: 'ffa', teams: 'teams', duel: 'duel' } as const;
    this.select(choice, 'mode', MODES, modes, this.mode, (mode) => {
      this.mode = mode;
    });
    this.select(choice, 'boardBy', ORDERS, ORDER_WORDS, this.order, (order) => {
      this.order = order;
    });
    this.list = make('ol', this.root);
    this.note = make('p', this.root, { class: 'note' });
    this.news = make('p', this.root, { class: 'note', role: 'status' });
    new NameKeeper(this.root, choices, speech);
  }

  /** What has become of the player's own honours. */
  tell(words: string): void {
    write(this.news, words);
    void this.refresh();
  }

  /** A server that keeps nothing has no board, and the lobby no card for it. */
  async refresh(): Promise<void> {
    const query = `mode=${this.mode}&period=${this.period}&by=${this.order}&limit=${LINES}`;
    try {
      const answer = await fetch(`/api/leaderboard?${query}`, { cache: 'no-store' });
      const kept = answer.status === 200;
      if (kept) this.show(readBoard(await answer.json()));
      show(this.root, kept);
    } catch {
      show(this.root, false);
    }
  }

  private show(lines: readonly Honour[]): void {
    this.list.replaceChildren();
    for (const { name, worth } of lines) {
      const line = make('li', this.list);
      make('span', line, { text: name });
      make('b', line, { text: worth.toLocaleString() });
    }
    const none = this.order === 'rating' ? 'boardUnrated' : 'boardNone';
    write(this.note, lines.length === 0 ? this.speech.say(none) : '');
    show(this.note, lines.length === 0);
  }

  private select<T extends string>(
    parent: Element,
    name: Word,
    values: readonly T[],
    words: Readonly<Record<T, Word>>,
    chosen: T,
    change: (value: T) => void,
  ): void {
    const field = make('select', parent, { name });
    for (const value of values) {
      const option = make('option', field, { say: words[value] });
      option.value = value;
    }
    field.value = chosen;
    field.addEventListener('change', () => {
      change(field.value as T);
      void this.refresh();
    });
  }
}
