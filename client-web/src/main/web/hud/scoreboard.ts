/** Who flies here and with what score, while the key is held. Owned by the HUD. */
import type { Person } from '../net/letters.ts';
import { make, show } from '../page/elements.ts';
import type { Speech } from '../words/speech.ts';
import { badge, sideBadge } from './badge.ts';
import type { Crowd, Side } from './crowd.ts';
import type { Mutes } from './mutes.ts';

/** At the bound the rest is not listed. */
const MOST_LINES = 40;

export class Scoreboard {
  private readonly root: HTMLElement;
  private readonly table: HTMLElement;
  private readonly speech: Speech;
  private readonly crowd: Crowd;
  private readonly mutes: Mutes;

  constructor(parent: Element, speech: Speech, crowd: Crowd, mutes: Mutes) {
    this.mutes = mutes;
    this.speech = speech;
    this.crowd = crowd;
    this.root = make('section', parent, { class: 'scoreboard panel', name: 'scores' });
    this.root.tabIndex = 0;
    make('h2', this.root, { say: 'scores' });
    this.table = make('table', this.root);
    const head = make('tr', make('thead', this.table));
    for (const say of ['rank', 'pilot', 'score'] as const) make('th', head, { say }).scope = 'col';
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
    for (const body of [...this.table.querySelectorAll('tbody')]) body.remove();
    const ranked = this.crowd.ranked().slice(0, MOST_LINES);
    const sides = this.crowd.sides();
    if (sides.length === 0) this.group(ranked, ownSeat);
    for (const side of sides) {
      this.group(
        ranked.filter(({ team }) => team === side.side),
        ownSeat,
        side,
      );
    }
  }

  private group(people: readonly Person[], ownSeat: number, side?: Side): void {
    const body = make('tbody', this.table);
    if (side) this.heading(body, side);
    people.forEach((person, place) => {
      this.line(body, person, place + 1, ownSeat);
    });
  }

  private heading(body: Element, { side, score }: Side): void {
    const row = make('tr', body, { class: 'sum' });
    const name = make('th', row);
    name.colSpan = 2;
    name.scope = 'rowgroup';
    sideBadge(name, this.speech, side);
    make('td', row, { class: 'number', text: String(score) });
  }

  private line(body: Element, { seat, score, bot }: Person, place: number, ownSeat: number): void {
    const own = seat === ownSeat;
    const row = make('tr', body, { class: own ? 'own' : '' });
    make('td', row, { class: 'number rank', text: String(place) });
    const name = make('td', row);
    badge(name, this.crowd, seat);
    if (bot) make('small', name, { class: 'chip', text: this.speech.say('bot') });
    if (!own && !bot) this.ear(name, seat, ownSeat);
    if (own) make('small', name, { class: 'chip you', text: this.speech.say('you') });
    make('td', row, { class: 'number', text: String(score) });
  }

  private ear(parent: Element, seat: number, ownSeat: number): void {
    const on = this.mutes.has(seat);
    const button = make('button', parent, { class: 'ear plain' });
    button.textContent = this.speech.say(on ? 'unmute' : 'mute');
    const who = this.crowd.name(seat);
    button.setAttribute('aria-label', `${button.textContent}: ${who}`);
    button.addEventListener('click', () => {
      this.mutes.set(seat, !on, ownSeat);
      this.fill(ownSeat);
    });
  }
}
