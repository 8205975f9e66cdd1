/** Everything over the picture while one flies or watches, assembled. Owned by the game. */
import type { Flight } from '../flight.ts';
import type { Letter } from '../net/letters.ts';
import { make, show, write } from '../page/elements.ts';
import type { Camera } from '../render/camera.ts';
import type { Bindings } from '../settings/bindings.ts';
import type { Speech } from '../words/speech.ts';
import type { Scene } from '../world/scene.ts';
import { Arrows } from './arrows.ts';
import { Crowd } from './crowd.ts';
import { Feed } from './feed.ts';
import { Gauges } from './gauges.ts';
import { Hints } from './hints.ts';
import { Labels } from './labels.ts';
import { Minimap } from './minimap.ts';
import { NetGraph } from './netgraph.ts';
import { type Readings, readingsOf } from './readings.ts';
import { Rounds } from './rounds.ts';
import { Scoreboard } from './scoreboard.ts';
import { Wreck } from './wreck.ts';

const EVERY_MILLIS = 100;
const LOW = 0.3;

export class Hud {
  readonly crowd = new Crowd();
  readonly scoreboard: Scoreboard;
  readonly graph: NetGraph;
  readonly hints: Hints;
  readonly top: HTMLElement;
  private readonly speech: Speech;
  private readonly spots: HTMLElement;
  private readonly labels: Labels;
  private readonly arrows: Arrows;
  private readonly gauges: Gauges;
  private readonly map: Minimap;
  private readonly feed: Feed;
  private readonly rounds: Rounds;
  private readonly wreck: Wreck;
  private readonly warning: HTMLElement;
  private readonly aloud: HTMLElement;
  private readonly room: HTMLElement;
  private readonly ping: HTMLElement;
  private shownMillis = 0;
  private flown = false;

  constructor(root: HTMLElement, speech: Speech, bindings: Bindings) {
    this.speech = speech;
    this.spots = make('div', root, { class: 'spots' });
    this.spots.setAttribute('aria-hidden', 'true');
    this.top = make('header', root, { class: 'top' });
    this.room = make('span', this.top, { class: 'room-name' });
    this.ping = make('span', this.top, { class: 'number ping' });
    const side = make('aside', root, { class: 'side' });
    this.map = new Minimap(side);
    this.feed = new Feed(side, speech, this.crowd);
    this.warning = make('p', root, { class: 'warning', role: 'alert' });
    this.labels = new Labels(this.spots, this.crowd);
    this.arrows = new Arrows(this.spots);
    this.rounds = new Rounds(root, root, speech, this.crowd);
    this.wreck = new Wreck(root, speech, this.crowd);
    this.hints = new Hints(root, speech);
    this.gauges = new Gauges(root, speech);
    this.graph = new NetGraph(root, speech);
    this.scoreboard = new Scoreboard(root, speech, this.crowd);
    this.aloud = make('p', root, { class: 'aloud', role: 'log' });
    this.hints.fill(bindings);
  }

  /** A new connection: what was said of the old one no longer counts. */
  begin(room: string): void {
    write(this.room, this.speech.say('room', { room }));
    this.rounds.clear();
    this.flown = false;
  }

  letter(letter: Letter, ownSeat: number, nowMillis: number): void {
    switch (letter.kind) {
      case 'people':
        this.crowd.people(letter.people);
        break;
      case 'scores':
        this.crowd.scores(letter);
        break;
      case 'kill':
        this.feed.kill(letter, ownSeat, nowMillis);
        if (letter.victim === ownSeat) this.announce(this.wreck.by(letter));
        else if (letter.killer === ownSeat) {
          const who = this.crowd.name(letter.victim);
          this.announce(this.speech.say('youKilled', { who }));
        }
        break;
      case 'round':
        this.announce(this.rounds.take(letter));
        break;
      case 'chat':
        this.feed.chat(letter.seat, letter.text, nowMillis);
        this.announce(`${this.crowd.name(letter.seat)}: ${letter.text}`);
        break;
      case 'notice':
        this.feed.notice(letter.text, nowMillis);
        this.announce(letter.text);
        break;
      case 'radar':
        this.map.radar(letter.ships);
        break;
      case 'emote':
      case 'welcome':
      case 'refusal':
      case 'pong':
      case 'unknown':
        break;
    }
    if (letter.kind === 'people' || letter.kind === 'scores') this.scoreboard.refresh(ownSeat);
  }

  /** What moves with the picture. */
  place(scene: Scene, camera: Camera): void {
    this.labels.place(scene, camera);
    if (scene.self >= 0) this.arrows.place(scene, camera);
    else this.arrows.hideFrom(0);
    this.flown ||= scene.self >= 0;
  }

  /** What is read ten times a second; true if it was. */
  show(flight: Flight, camera: Camera, nowMillis: number): boolean {
    if (nowMillis - this.shownMillis < EVERY_MILLIS) return false;
    this.shownMillis = nowMillis;
    const readings = readingsOf(flight);
    this.gauges.show(readings);
    this.map.draw(flight.timeline, flight.arena, camera);
    this.feed.fade(nowMillis);
    this.rounds.show(flight.timeline.tick, flight.ticksPerSecond);
    this.wreck.show(readings.alive, this.flown && flight.seat >= 0, nowMillis);
    write(this.ping, this.speech.say('ping', { n: Math.round(readings.pingMillis) }));
    this.warn(readings);
    return true;
  }

  announce(words: string): void {
    if (words !== '') write(this.aloud, words);
  }

  private warn(readings: Readings): void {
    const { alive, outwards, hull, signal } = readings;
    const word =
      signal < 0.8
        ? 'signal'
        : alive && outwards > 1
          ? 'warnBorder'
          : alive && hull < LOW
            ? 'warnHull'
            : null;
    write(this.warning, word ? this.speech.say(word) : '');
    show(this.warning, word !== null);
  }
}
