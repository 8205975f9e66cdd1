/** Is my server healthy? The answer in words, and the last minutes as curves. Owned by the page. */
import { make, write } from '../web/page/elements.ts';
import { Chart, type ChartPlan } from './chart.ts';
import type { History } from './history.ts';
import type { Moment, Verdict } from './moment.ts';
import { bytes, count, millis, perSecond } from './words.ts';

const [GLOW, WARM, ALARM, LEAF, VIOLET] = ['#4fe3ff', '#ffb45e', '#ff6f86', '#5dffb0', '#b79bff'];

const PLANS: readonly ChartPlan[] = [
  {
    title: 'Ticks take',
    curves: [
      { series: 'tookHigh', label: 'p99', color: WARM },
      { series: 'tookMid', label: 'p50', color: GLOW, filled: true },
    ],
    show: millis,
    least: 2,
    limit: 1000 / 60,
  },
  {
    title: 'Phases of a tick, p99',
    curves: [
      { series: 'step', label: 'step', color: GLOW },
      { series: 'capture', label: 'capture', color: WARM },
      { series: 'tell', label: 'tell', color: LEAF },
      { series: 'commands', label: 'commands', color: VIOLET },
    ],
    show: millis,
    least: 1,
  },
  {
    title: 'Ticks are late by',
    curves: [
      { series: 'lateHigh', label: 'p99', color: WARM },
      { series: 'lateMid', label: 'p50', color: GLOW, filled: true },
      { series: 'lag', label: 'event loops', color: VIOLET },
    ],
    show: millis,
    least: 4,
    limit: 10,
  },
  {
    title: 'Who is here',
    curves: [
      { series: 'viewers', label: 'connected', color: VIOLET },
      { series: 'players', label: 'play', color: GLOW, filled: true },
    ],
    show: count,
    least: 4,
  },
  {
    title: 'Sent to players',
    curves: [{ series: 'bytes', label: 'frames', color: GLOW, filled: true }],
    show: perSecond,
    least: 1000,
  },
  {
    title: 'Frames a second',
    curves: [
      { series: 'frames', label: 'sent', color: GLOW },
      { series: 'skipped', label: 'skipped', color: ALARM, filled: true },
    ],
    show: count,
    least: 30,
  },
  {
    title: 'Heap',
    curves: [{ series: 'heap', label: 'in use', color: GLOW, filled: true }],
    show: bytes,
    least: 1e7,
  },
  {
    title: 'Stood still for the heap',
    curves: [{ series: 'gc', label: 'each second', color: WARM, filled: true }],
    show: millis,
    least: 10,
  },
];

const MARKS: Record<Verdict['level'], string> = { well: '✓', strained: '!', sick: '✕' };

export class Health {
  private readonly card: HTMLElement;
  private readonly mark: HTMLElement;
  private readonly headline: HTMLElement;
  private readonly details: HTMLElement;
  private readonly charts: readonly Chart[];
  private readonly history: History;

  constructor(page: Element, history: History) {
    this.history = history;
    this.card = make('div', page, { class: 'verdict card' });
    this.mark = make('span', this.card, { class: 'verdict-mark', text: '…' });
    this.mark.setAttribute('aria-hidden', 'true');
    const words = make('div', this.card);
    make('h2', words, { text: 'Is my server healthy?' });
    this.headline = make('p', words, { class: 'headline', role: 'status' });
    this.details = make('ul', words, { class: 'details' });
    const charts = make('div', page, { class: 'charts' });
    this.charts = PLANS.map((plan) => new Chart(charts, plan));
  }

  take(moment: Moment): void {
    const { level, headline, details } = moment.verdict;
    this.card.dataset.level = moment.draining ? 'strained' : level;
    write(this.mark, MARKS[level]);
    write(this.headline, moment.draining ? `It is about to end. ${headline}` : headline);
    while (this.details.children.length < details.length) make('li', this.details);
    while (this.details.children.length > details.length) this.details.lastChild?.remove();
    details.forEach((text, i) => {
      write(this.details.children[i] as Element, text);
    });
  }

  draw(): void {
    for (const chart of this.charts) chart.draw(this.history);
  }
}
