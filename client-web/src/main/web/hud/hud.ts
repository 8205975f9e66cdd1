/** Everything over the picture while one flies or watches, assembled. Owned by the game. */
import type { Flight } from '../flight.ts';
import type { Emote, Kill, Letter } from '../net/letters.ts';
import { make, show, write } from '../page/elements.ts';
import type { Camera } from '../render/camera.ts';
import type { Bindings } from '../settings/bindings.ts';
import type { Speech } from '../words/speech.ts';
import type { Scene } from '../world/scene.ts';
import { sight } from '../world/sighting.ts';
import { Aloud } from './aloud.ts';
import { Arrows } from './arrows.ts';
import { SIGN_WORDS } from './chat.ts';
import { Crowd } from './crowd.ts';
import { Feed } from './feed.ts';
import { Gauges } from './gauges.ts';
import { Hints } from './hints.ts';
import { Labels } from './labels.ts';
import { Minimap } from './minimap.ts';
import { type Mute, Mutes } from './mutes.ts';
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
  private readonly mutes: Mutes;
  private readonly spots: HTMLElement;
  private readonly labels: Labels;
  private readonly arrows: Arrows;
  private readonly gauges: Gauges;
  private readonly map: Minimap;
  private readonly feed: Feed;
  private readonly rounds: Rounds;
  private readonly wreck: Wreck;
  private readonly warning: HTMLElement;
  private readonly aloud: Aloud;
  private readonly room: HTMLElement;
  private readonly ping: HTMLElement;
  private readonly detour: HTMLElement;
  /** Where own ship was last. */
  private lastX = 0;
  private lastY = 0;
  private scene: Scene | null = null;
  private pingMillis = 0;
  private shownMillis = 0;
  private flown = false;

  constructor(root: HTMLElement, speech: Speech, bindings: Bindings, mute: Mute) {
    this.speech = speech;
    this.spots = make('div', root, { class: 'spots' });
    this.spots.setAttribute('aria-hidden', 'true');
    this.top = make('header', root, { class: 'top' });
    this.room = make('span', this.top, { class: 'room-name' });
    this.ping = make('span', this.top, { class: 'number ping' });
    this.detour = make('span', this.top, { class: 'note', say: 'detour' });
    show(this.detour, false);
    const side = make('aside', root, { class: 'side' });
    this.map = new Minimap(side, this.crowd);
    this.feed = new Feed(side, speech, this.crowd);
    this.warning = make('p', root, { class: 'warning', role: 'alert' });
    this.labels = new Labels(this.spots, this.crowd);
    this.arrows = new Arrows(this.spots);
    this.rounds = new Rounds(root, speech, this.crowd);
    this.wreck = new Wreck(root, speech, this.crowd);
    this.hints = new Hints(root, speech, localStorage, bindings);
    this.gauges = new Gauges(root, speech);
    this.graph = new NetGraph(root, speech);
    this.mutes = new Mutes(this.crowd, mute);
    this.scoreboard = new Scoreboard(root, speech, this.crowd, this.mutes);
    this.aloud = new Aloud(root);
  }

  /** A new connection: what was said of the old one no longer counts. */
  begin(room: string, detour: boolean): void {
    write(this.room, this.speech.say('room', { room }));
    show(this.detour, detour);
    this.rounds.clear();
    this.mutes.begin();
    this.flown = false;
  }

  letter(letter: Letter, ownSeat: number, nowMillis: number): void {
    switch (letter.kind) {
      case 'people':
        this.crowd.people(letter.people);
        this.mutes.people(ownSeat);
        break;
      case 'scores':
        this.crowd.scores(letter);
        break;
      case 'kill':
        this.kill(letter, ownSeat, nowMillis);
        break;
      case 'round':
        this.aloud.say(this.rounds.take(letter, ownSeat));
        break;
      case 'chat':
        this.feed.chat(letter.seat, letter.text, nowMillis);
        this.aloud.say(`${this.crowd.name(letter.seat)}: ${letter.text}`);
        break;
      case 'notice':
        this.tell(letter.text, nowMillis);
        break;
      case 'radar':
        this.map.radar(letter.ships);
        break;
      case 'emote':
        this.sign(letter, nowMillis);
        break;
      case 'welcome':
      case 'refusal':
      case 'pong':
      case 'unknown':
        break;
    }
    if (letter.kind !== 'people' && letter.kind !== 'scores') return;
    this.scoreboard.refresh(ownSeat);
    this.rounds.scores();
  }

  /** What is no pilot's word, as a line. */
  tell(words: string, nowMillis: number): void {
    this.feed.notice(words, nowMillis);
    this.aloud.say(words);
  }

  /** Beside the ship that gives it, and as a line, in the reader's own words. */
  private sign({ seat, sign }: Emote, nowMillis: number): void {
    const word = SIGN_WORDS[sign];
    if (!word) return;
    const words = this.speech.say(word);
    this.labels.says(seat, words, nowMillis);
    this.feed.chat(seat, words, nowMillis);
    this.aloud.say(`${this.crowd.name(seat)}: ${words}`);
  }

  private kill(kill: Kill, ownSeat: number, nowMillis: number): void {
    this.feed.kill(kill, ownSeat, nowMillis);
    if (kill.victim === ownSeat) {
      const { scene, lastX, lastY, pingMillis } = this;
      const from = scene ? sight(scene, kill.killer, lastX, lastY) : null;
      this.aloud.say(this.wreck.by({ kill, from, pingMillis }));
    } else if (kill.killer === ownSeat) {
      const who = this.crowd.name(kill.victim);
      this.aloud.say(this.speech.say('youKilled', { who }));
    }
  }

  /** What moves with the picture. */
  place(scene: Scene, camera: Camera): void {
    this.labels.place(scene, camera);
    if (scene.self >= 0) this.arrows.place(scene, camera);
    else this.arrows.hideFrom(0);
    this.scene = scene;
    const { self } = scene;
    if (self < 0) return;
    this.flown = true;
    [this.lastX, this.lastY] = [scene.x[self]!, scene.y[self]!];
  }

  /** What is read ten times a second, where it was; null between. */
  show(flight: Flight, camera: Camera, nowMillis: number): Readings | null {
    if (nowMillis - this.shownMillis < EVERY_MILLIS) return null;
    this.shownMillis = nowMillis;
    const readings = readingsOf(flight);
    this.gauges.show(readings);
    this.map.draw(flight.timeline, flight.arena, camera);
    this.feed.fade(nowMillis);
    this.labels.fade(nowMillis);
    this.rounds.show(flight.timeline.tick, flight.ticksPerSecond);
    this.wreck.show(readings.alive, this.flown && flight.seat >= 0, nowMillis);
    this.pingMillis = readings.pingMillis;
    write(this.ping, this.speech.say('ping', { n: Math.round(readings.pingMillis) }));
    this.warn(readings);
    return readings;
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
