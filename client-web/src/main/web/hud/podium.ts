/** The best of a round that is over, on steps, and where oneself came in. Owned by the rounds. */
import type { Round, Standing } from '../net/letters.ts';
import { make, show, write } from '../page/elements.ts';
import type { Speech } from '../words/speech.ts';
import { badge, sideName } from './badge.ts';
import type { Crowd } from './crowd.ts';

const STEPS = 3;
const CROWN =
  '<svg class="crown" viewBox="0 0 24 24" aria-hidden="true">' +
  '<path d="M3 18V7l5 4 4-7 4 7 5-4v11z"/></svg>';

export class Podium {
  private readonly root: HTMLElement;
  private readonly title: HTMLElement;
  private readonly steps: HTMLElement;
  private readonly own: HTMLElement;
  private readonly wait: HTMLElement;
  private readonly speech: Speech;
  private readonly crowd: Crowd;

  constructor(parent: Element, speech: Speech, crowd: Crowd) {
    this.speech = speech;
    this.crowd = crowd;
    this.root = make('section', parent, { class: 'podium panel', name: 'podium' });
    this.title = make('h2', this.root);
    this.steps = make('ol', this.root);
    this.own = make('p', this.root, { class: 'own' });
    this.wait = make('p', this.root, { class: 'number' });
    this.root.hidden = true;
  }

  /** Returns what to announce. */
  celebrate(round: Round, ownSeat: number): string {
    const standings = this.standings(round);
    const words = this.words(round);
    write(this.title, words);
    this.steps.replaceChildren();
    standings.slice(0, STEPS).forEach((standing, i) => {
      this.step(standing, i + 1, ownSeat);
    });
    const place = standings.findIndex(({ seat }) => seat === ownSeat);
    const said = place < STEPS ? '' : this.ownWords(standings[place]!, place + 1);
    write(this.own, said);
    show(this.own, said !== '');
    show(this.root, true);
    return words;
  }

  hide(): void {
    show(this.root, false);
  }

  next(time: string): void {
    write(this.wait, this.speech.say('roundNext', { n: time }));
  }

  private words({ winner, winningTeam }: Round): string {
    const { say } = this.speech;
    if (winningTeam > 0) return say('roundWon', { who: sideName(this.speech, winningTeam) });
    return winner < 0 ? say('roundDrawn') : say('roundWon', { who: this.crowd.name(winner) });
  }

  private step({ seat, score, kills, deaths }: Standing, place: number, ownSeat: number): void {
    const step = make('li', this.steps, { class: seat === ownSeat ? 'own' : '' });
    const head = make('div', step, { class: 'head' });
    if (place === 1) head.innerHTML = CROWN;
    badge(head, this.crowd, seat);
    make('span', head, { class: 'number score', text: String(score) });
    const block = make('div', step, { class: 'block' });
    make('strong', block, { text: String(place) });
    const tally = this.speech.say('tally', { kills, deaths });
    make('small', block, { class: 'number', text: tally });
  }

  private ownWords({ score }: Standing, place: number): string {
    return this.speech.say('ownPlace', { place, score });
  }

  private standings({ standings }: Round): readonly Standing[] {
    if (standings.length > 0) return standings;
    return this.crowd.ranked().map(({ seat, score }) => ({ seat, score, kills: 0, deaths: 0 }));
  }
}
