/** The round's clock, and the podium when it is over. Owned by the HUD. */
import type { Round } from '../net/letters.ts';
import { make, show, write } from '../page/elements.ts';
import { cssColor, seatColor } from '../render/palette.ts';
import type { Speech } from '../words/speech.ts';
import type { Crowd } from './crowd.ts';

const STEPS = 3;

export class Rounds {
  private readonly speech: Speech;
  private readonly crowd: Crowd;
  private readonly timer: HTMLElement;
  private readonly podium: HTMLElement;
  private readonly title: HTMLElement;
  private readonly steps: HTMLElement;
  private readonly next: HTMLElement;
  private round: Round | null = null;

  constructor(top: Element, parent: Element, speech: Speech, crowd: Crowd) {
    this.speech = speech;
    this.crowd = crowd;
    this.timer = make('span', top, { class: 'timer number', role: 'timer' });
    this.podium = make('section', parent, { class: 'podium panel' });
    this.title = make('h2', this.podium);
    this.steps = make('ol', this.podium);
    this.next = make('p', this.podium, { class: 'number' });
    this.podium.hidden = true;
  }

  /** Returns what to announce. */
  take(round: Round): string {
    const before = this.round;
    this.round = round;
    const over = round.phase === 'podium';
    show(this.podium, over);
    if (over) return this.celebrate(round);
    const begins = before?.number !== round.number && round.phase === 'playing';
    return begins && before ? this.speech.say('roundBegins', { n: round.number }) : '';
  }

  /** Nothing is known of the round of another connection. */
  clear(): void {
    this.round = null;
    show(this.podium, false);
    write(this.timer, '');
  }

  show(tick: number, ticksPerSecond: number): void {
    const { round } = this;
    if (!round) return;
    const seconds = Math.max(0, Math.ceil((round.endsTick - tick) / ticksPerSecond));
    const waiting = round.phase === 'waiting';
    write(this.timer, waiting ? this.speech.say('roundWaiting') : clock(seconds));
    this.timer.classList.toggle('late', !waiting && seconds <= 15);
    if (round.phase === 'podium') {
      write(this.next, this.speech.say('roundNext', { n: clock(seconds) }));
    }
  }

  private celebrate(round: Round): string {
    const { winner } = round;
    const words =
      winner >= 0
        ? this.speech.say('roundWon', { who: this.crowd.name(winner) })
        : this.speech.say('roundDrawn');
    write(this.title, words);
    this.steps.replaceChildren();
    for (const { seat, score } of this.best(round)) {
      const step = make('li', this.steps);
      const name = make('b', step, { text: this.crowd.name(seat) });
      name.style.color = cssColor(seatColor(seat));
      make('span', step, { class: 'number', text: String(score) });
    }
    return words;
  }

  private best(round: Round): readonly { readonly seat: number; readonly score: number }[] {
    const known = round.standings.length > 0 ? round.standings : this.crowd.ranked();
    return [...known].sort((a, b) => b.score - a.score).slice(0, STEPS);
  }
}

export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
