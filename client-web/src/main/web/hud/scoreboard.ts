/** Who flies here and with what score, while the key is held. Owned by the HUD. */
import { make, show } from '../page/elements.ts';
import { cssColor, seatColor } from '../render/palette.ts';
import type { Speech } from '../words/speech.ts';
import type { Crowd } from './crowd.ts';

/** At the bound the rest is not listed. */
const MOST_LINES = 40;

export class Scoreboard {
  private readonly root: HTMLElement;
  private readonly rows: HTMLElement;
  private readonly speech: Speech;
  private readonly crowd: Crowd;

  constructor(parent: Element, speech: Speech, crowd: Crowd) {
    this.speech = speech;
    this.crowd = crowd;
    this.root = make('section', parent, { class: 'scoreboard panel', name: 'scores' });
    make('h2', this.root, { say: 'scores' });
    const table = make('table', this.root);
    const head = make('tr', make('thead', table));
    for (const say of ['pilot', 'score'] as const) make('th', head, { say }).scope = 'col';
    this.rows = make('tbody', table);
    this.root.hidden = true;
  }

  shown(): boolean {
    return !this.root.hidden;
  }

  toggle(open: boolean, ownSeat: number): void {
    if (open) this.fill(ownSeat);
    show(this.root, open);
  }

  /** Written anew only while somebody looks. */
  refresh(ownSeat: number): void {
    if (this.shown()) this.fill(ownSeat);
  }

  private fill(ownSeat: number): void {
    this.rows.replaceChildren();
    for (const person of this.crowd.ranked().slice(0, MOST_LINES)) {
      const row = make('tr', this.rows, { class: person.seat === ownSeat ? 'own' : '' });
      const name = make('td', row);
      make('i', name, { class: 'dot' }).style.color = cssColor(seatColor(person.seat));
      name.append(person.name);
      if (person.bot) make('small', name, { text: this.speech.say('bot') });
      if (person.seat === ownSeat) make('small', name, { text: this.speech.say('you') });
      make('td', row, { class: 'number', text: String(person.score) });
    }
  }
}
