/** The round's clock and what each side has, and the podium when it is over. Owned by the HUD. */
import type { Round } from '../net/letters.ts';
import { make, show, style, write } from '../page/elements.ts';
import { cssColor, sideColor } from '../render/palette.ts';
import type { Speech } from '../words/speech.ts';
import { sideName } from './badge.ts';
import type { Crowd } from './crowd.ts';
import { Podium } from './podium.ts';

const LATE_SECONDS = 15;

export class Rounds {
  private readonly speech: Speech;
  private readonly crowd: Crowd;
  private readonly timer: HTMLElement;
  private readonly sides: HTMLElement;
  private readonly podium: Podium;
  private round: Round | null = null;

  constructor(parent: Element, speech: Speech, crowd: Crowd) {
    this.speech = speech;
    this.crowd = crowd;
    const head = make('div', parent, { class: 'round' });
    this.timer = make('span', head, { class: 'timer number', role: 'timer' });
    this.sides = make('div', head, { class: 'sides' });
    this.podium = new Podium(parent, speech, crowd);
  }

  /** Returns what to announce. */
  take(round: Round, ownSeat: number): string {
    const before = this.round;
    this.round = round;
    if (round.phase === 'podium') return this.podium.celebrate(round, ownSeat);
    this.podium.hide();
    const begins = before?.number !== round.number && round.phase === 'playing';
    return begins && before ? this.speech.say('roundBegins', { n: round.number }) : '';
  }

  /** Nothing is known of the round of another connection. */
  clear(): void {
    this.round = null;
    this.podium.hide();
    write(this.timer, '');
    this.sides.replaceChildren();
  }

  /** The sum of each side, in the order of the sides. */
  scores(): void {
    const sides = [...this.crowd.sides()].sort((a, b) => a.side - b.side);
    while (this.sides.childElementCount > sides.length) this.sides.lastElementChild!.remove();
    sides.forEach(({ side, score }, i) => {
      const chip = (this.sides.children[i] as HTMLElement) ?? this.chip();
      style(chip, 'color', cssColor(sideColor(side)));
      chip.setAttribute('aria-label', `${sideName(this.speech, side)}: ${score}`);
      (chip.firstElementChild as HTMLElement).dataset.side = String(side);
      write(chip.lastElementChild!, String(score));
    });
  }

  show(tick: number, ticksPerSecond: number): void {
    const { round } = this;
    if (!round) return;
    const seconds = Math.max(0, Math.ceil((round.endsTick - tick) / ticksPerSecond));
    const [waiting, over] = [round.phase === 'waiting', round.phase === 'podium'];
    write(this.timer, waiting ? this.speech.say('roundWaiting') : clock(seconds));
    this.timer.classList.toggle('late', !waiting && seconds <= LATE_SECONDS);
    show(this.timer, !over);
    if (over) this.podium.next(clock(seconds));
  }

  private chip(): HTMLElement {
    const chip = make('span', this.sides, { class: 'side-score number', role: 'img' });
    make('i', chip, { class: 'mark' });
    make('b', chip);
    return chip;
  }
}

export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
