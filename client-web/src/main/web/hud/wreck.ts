/** The card after a death: who, with what, and when the next ship comes. Owned by the HUD. */
import type { Kill } from '../net/letters.ts';
import { make, show, write } from '../page/elements.ts';
import type { Speech } from '../words/speech.ts';
import { RESPAWN_SECONDS } from '../world/fields.ts';
import type { Crowd } from './crowd.ts';
import { CAUSES } from './feed.ts';

export class Wreck {
  private readonly root: HTMLElement;
  private readonly title: HTMLElement;
  private readonly cause: HTMLElement;
  private readonly wait: HTMLElement;
  private readonly speech: Speech;
  private readonly crowd: Crowd;
  private diedMillis = Number.NaN;
  private kill: Kill | null = null;

  constructor(parent: Element, speech: Speech, crowd: Crowd) {
    this.speech = speech;
    this.crowd = crowd;
    this.root = make('section', parent, { class: 'wreck panel' });
    this.title = make('h2', this.root);
    this.cause = make('p', this.root);
    this.wait = make('p', this.root, { class: 'number' });
    this.root.hidden = true;
  }

  /** Own ship was destroyed, says the server; returns what to announce. */
  by(kill: Kill): string {
    this.kill = kill;
    return this.words();
  }

  /** `flown`: there has been a ship to lose. */
  show(alive: boolean, flown: boolean, nowMillis: number): void {
    if (alive || !flown) {
      this.diedMillis = Number.NaN;
      this.kill = null;
      show(this.root, false);
      return;
    }
    if (Number.isNaN(this.diedMillis)) this.diedMillis = nowMillis;
    const left = Math.ceil(RESPAWN_SECONDS - (nowMillis - this.diedMillis) / 1000);
    write(this.title, this.words());
    const cause = this.kill ? CAUSES[this.kill.cause] : undefined;
    write(this.cause, cause ? this.speech.say(cause) : '');
    const wait = left > 0 ? this.speech.say('respawn', { n: left }) : '';
    write(this.wait, wait || this.speech.say('respawnSoon'));
    show(this.root, true);
  }

  private words(): string {
    const { kill } = this;
    if (!kill || kill.killer < 0 || kill.killer === kill.victim)
      return this.speech.say('destroyed');
    return this.speech.say('destroyedBy', { who: this.crowd.name(kill.killer) });
  }
}
