/**
 * The card after a death: who, with what, from where, how far both were from the server, and when
 * the next ship comes. Owned by the HUD.
 */
import type { Kill } from '../net/letters.ts';
import { make, show, style, write } from '../page/elements.ts';
import type { Speech } from '../words/speech.ts';
import { RESPAWN_SECONDS } from '../world/fields.ts';
import type { Sighting } from '../world/sighting.ts';
import { badge } from './badge.ts';
import type { Crowd } from './crowd.ts';
import { CAUSES, causeSign } from './feed.ts';

const WAY = 'M-11 0H9M2 -7L10 0L2 7';

/** What is known of a death when it is told. */
export interface Death {
  readonly kill: Kill;
  /** Where the killer was; null if out of sight, or nobody. */
  readonly from: Sighting | null;
  /** By the page's own clock, for where the server does not know. */
  readonly pingMillis: number;
}

export class Wreck {
  private readonly root: HTMLElement;
  private readonly title: HTMLElement;
  private readonly who: HTMLElement;
  private readonly how: HTMLElement;
  private readonly wires: HTMLElement;
  private readonly wait: HTMLElement;
  private readonly bar: HTMLElement;
  private readonly speech: Speech;
  private readonly crowd: Crowd;
  private diedMillis = Number.NaN;

  constructor(parent: Element, speech: Speech, crowd: Crowd) {
    this.speech = speech;
    this.crowd = crowd;
    this.root = make('section', parent, { class: 'wreck panel' });
    this.title = make('h2', this.root);
    this.who = make('p', this.root, { class: 'who' });
    this.how = make('p', this.root, { class: 'how' });
    this.wires = make('p', this.root, { class: 'wires number' });
    this.bar = make('div', this.root, { class: 'wait' });
    this.wait = make('p', this.root, { class: 'number' });
    this.root.hidden = true;
  }

  /** Own ship was destroyed, says the server; returns what to announce. */
  by(death: Death): string {
    const { kill } = death;
    const { say } = this.speech;
    this.blank();
    causeSign(this.how, this.speech, kill.cause);
    const cause = CAUSES[kill.cause];
    const causeWords = cause ? say(cause) : '';
    make('span', this.how, { text: causeWords });
    if (kill.killer < 0 || kill.killer === kill.victim) return `${say('destroyed')}: ${causeWords}`;
    write(this.title, say('destroyedBy'));
    badge(this.who, this.crowd, kill.killer);
    if (this.crowd.isBot(kill.killer)) make('small', this.who, { class: 'chip', text: say('bot') });
    if (death.from) this.way(death.from);
    write(this.wires, this.trips(death));
    return `${say('destroyedBy')} ${this.crowd.name(kill.killer)}, ${causeWords}`;
  }

  /** `flown`: there has been a ship to lose. */
  show(alive: boolean, flown: boolean, nowMillis: number): void {
    show(this.root, !alive && flown);
    if (alive || !flown) {
      if (!Number.isNaN(this.diedMillis)) this.blank();
      this.diedMillis = Number.NaN;
      return;
    }
    if (Number.isNaN(this.diedMillis)) this.diedMillis = nowMillis;
    const left = RESPAWN_SECONDS - (nowMillis - this.diedMillis) / 1000;
    const { say } = this.speech;
    write(this.wait, left > 0 ? say('respawn', { n: Math.ceil(left) }) : say('respawnSoon'));
    style(this.bar, '--share', Math.min(1, 1 - left / RESPAWN_SECONDS).toFixed(2));
  }

  /** Whose round trip nobody knows is left out: a bot of the house has none. */
  private trips({ kill, pingMillis }: Death): string {
    const { say } = this.speech;
    const own = say('pingOf', { who: say('you'), n: kill.victimMillis || Math.round(pingMillis) });
    if (kill.killerMillis === 0) return own;
    const who = this.crowd.name(kill.killer);
    return `${own} · ${say('pingOf', { who, n: kill.killerMillis })}`;
  }

  private way({ angle, units }: Sighting): void {
    const way = make('span', this.how, { class: 'way' });
    way.innerHTML =
      `<svg viewBox="-14 -14 28 28" aria-hidden="true">` +
      `<path d="${WAY}" transform="rotate(${(angle * 180) / Math.PI})"/></svg>`;
    way.append(this.speech.say('fromAfar', { n: Math.round(units / 10) * 10 }));
  }

  private blank(): void {
    write(this.title, this.speech.say('destroyed'));
    write(this.wires, '');
    this.who.replaceChildren();
    this.how.replaceChildren();
  }
}
