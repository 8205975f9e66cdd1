/**
 * One visit to a room, flying or watching: its link, its flights and its HUD. Owned by the page.
 */
import type { Shared } from './facade.ts';
import { Flight } from './flight.ts';
import { Chat } from './hud/chat.ts';
import { Gatehouse } from './hud/gatehouse.ts';
import { Hud } from './hud/hud.ts';
import type { Marks } from './hud/marks.ts';
import type { Pilot } from './input/pilot.ts';
import { socketAddress } from './net/address.ts';
import type { Letter } from './net/letters.ts';
import { Link, type Wire } from './net/link.ts';
import { papersFor } from './net/papers.ts';
import { Tally } from './net/tally.ts';
import { isCalm, weathered } from './net/weather.ts';
import { make } from './page/elements.ts';
import { neon, paint, unpaint } from './render/palette.ts';
import type { Stage } from './render/stage.ts';
import type { Choices } from './settings/choices.ts';
import { Cues } from './sound/cues.ts';
import type { Voices } from './sound/voices.ts';
import { Eye } from './watch/eye.ts';
import { Hands } from './watch/hands.ts';
import type { Speech } from './words/speech.ts';

export interface Ground {
  readonly shared: Shared;
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly stage: Stage;
  readonly speech: Speech;
  readonly choices: Choices;
  readonly pilot: Pilot;
  readonly voices: Voices;
  readonly marks: Marks;
  toLobby(): void;
  menu(): void;
}

export interface Visit {
  readonly room: string;
  readonly name: string;
  readonly spectate: boolean;
  readonly password: string;
}

export class Game {
  readonly hud: Hud;
  readonly chat: Chat;
  readonly visit: Visit;
  private readonly ground: Ground;
  private readonly gate: Gatehouse;
  private readonly link: Link;
  private readonly tally = new Tally();
  private readonly cues: Cues;
  private readonly eye: Eye | null;
  private readonly hands: Hands | null;
  private flight: Flight | null = null;
  private followed = -1;

  constructor(ground: Ground, visit: Visit, again: (visit: Visit) => void) {
    const { root, speech, choices, shared, stage } = ground;
    this.ground = ground;
    this.visit = visit;
    this.hud = new Hud(root, speech, choices.now().keys);
    const menu = make('button', this.hud.top, { class: 'tool menu', name: 'settings', text: '☰' });
    menu.addEventListener('click', () => ground.menu());
    this.chat = new Chat(root, speech, (words) => this.say(words));
    this.gate = new Gatehouse(root, speech, {
      again: () => this.link.again(performance.now()),
      password: (password) => again({ ...visit, password }),
      lobby: () => ground.toLobby(),
    });
    this.cues = new Cues(ground.voices);
    this.eye = visit.spectate ? new Eye(() => this.hud.crowd.seats()) : null;
    this.hands = this.eye ? new Hands(root, ground.canvas, this.eye, stage.camera) : null;
    if (this.hands) this.hud.hints.say(this.hands.hint(speech));
    stage.gaze = this.eye;
    speech.dress(root);
    const wanted = { ...visit, hue: choices.now().hue };
    const papers = papersFor(wanted, Math.random(), sessionStorage);
    this.link = new Link(
      shared,
      () => this.open(),
      () => performance.now(),
      papers,
      {
        letter: (letter, nowMillis) => this.letter(letter, nowMillis),
        snapshot: (nowMillis) => this.snapshot(nowMillis),
        roundTrip: (millis, nowMillis) => this.flight?.clock.roundTrip(millis, nowMillis),
        bytes: (down, up) => this.tally.bytes(down, up),
      },
    );
  }

  /** A few times a second, also while nobody looks. */
  run(nowMillis: number): void {
    this.link.run(nowMillis, document.hidden);
  }

  /** Samples the pilot; between pictures too, where those are rare. */
  command(nowMillis: number): void {
    const { pilot, stage } = this.ground;
    this.flight?.command(nowMillis, pilot, this.link, stage.camera);
  }

  picture(nowMillis: number, elapsedMillis: number): void {
    const { stage, marks, pilot } = this.ground;
    const { flight, hud, link } = this;
    this.command(nowMillis);
    flight?.advance(nowMillis);
    const scene = flight?.scene() ?? null;
    if (scene && this.eye) this.watch(scene, elapsedMillis);
    if (scene) this.cues.take(scene, stage.camera, nowMillis);
    stage.draw(scene, flight?.arena ?? null, nowMillis / 1000, elapsedMillis / 1000);
    if (flight && scene) {
      hud.place(scene, stage.camera);
      this.measure(flight, nowMillis, elapsedMillis);
    }
    if (pilot.wasActive()) hud.hints.hide();
    this.gate.show(link.state());
    marks.write(link.state(), scene);
  }

  /** The page goes away, or the player does. */
  leave(): void {
    this.link.leave();
    this.cues.silence();
    this.hands?.close();
    this.ground.stage.gaze = null;
    this.ground.root.replaceChildren();
  }

  /** The page is shown or hidden: a hidden one is told nothing, a shown one everything. */
  looked(hidden: boolean): void {
    const { shared } = this.ground;
    this.link.send(shared.pause(hidden));
    if (!hidden && this.link.state() === 'flying') this.link.send(shared.resync());
    if (hidden) this.cues.silence();
  }

  scores(open: boolean): void {
    this.hud.scoreboard.toggle(open, this.flight?.seat ?? -1);
  }

  canChat(): boolean {
    return !this.visit.spectate && this.link.state() === 'flying';
  }

  private say(words: string): void {
    this.link.send(this.ground.shared.say(false, words));
  }

  private open(): Wire {
    const { shared, choices } = this.ground;
    const socket = new WebSocket(socketAddress(location, this.visit.room), shared.subprotocol());
    const weather = () => choices.now().weather;
    if (isCalm(weather())) return socket;
    return weathered(socket, {
      weather,
      chance: Math.random,
      clock: () => performance.now(),
      later: (act, millis) => setTimeout(act, millis),
    });
  }

  private letter(letter: Letter, nowMillis: number): void {
    const { shared, choices } = this.ground;
    if (letter.kind === 'welcome') {
      this.flight = new Flight(shared, letter);
      this.followed = -1;
      this.hud.begin(letter.room);
      unpaint();
      if (letter.seat >= 0) paint(letter.seat, neon(choices.now().hue));
    } else if (letter.kind === 'refusal') {
      this.gate.refuse(letter.reason, letter.text);
    }
    this.hud.letter(letter, this.flight?.seat ?? -1, nowMillis);
    const own = letter.kind === 'kill' && letter.killer === this.flight?.seat;
    if (own && letter.victim !== this.flight?.seat) this.ground.voices.triumph();
  }

  private snapshot(nowMillis: number): void {
    this.flight?.snapshot(nowMillis);
    this.tally.snapshot(nowMillis, this.flight?.frameMillis ?? 0);
  }

  private watch(scene: NonNullable<ReturnType<Flight['scene']>>, elapsedMillis: number): void {
    const { eye, hands, hud } = this;
    if (!eye || !hands) return;
    eye.advance(scene, elapsedMillis / 1000);
    if (eye.seat >= 0 && eye.seat !== this.followed) {
      this.link.send(this.ground.shared.follow(eye.seat));
      this.followed = eye.seat;
    }
    hands.shown(eye.seat >= 0 ? hud.crowd.name(eye.seat) : this.ground.speech.say('arena'));
  }

  private measure(flight: Flight, nowMillis: number, elapsedMillis: number): void {
    const { hud } = this;
    const net = {
      pingMillis: flight.clock.pingMillis(),
      ageMillis: Math.max(0, this.link.silenceMillis(nowMillis)),
      slackTicks: flight.clock.slackTicks(nowMillis),
      correction: flight.timeline.correction,
      jumps: flight.clock.resyncs(),
      pictureMillis: elapsedMillis,
    };
    hud.graph.sample(net);
    const rates = this.tally.picture(nowMillis, elapsedMillis);
    if (hud.show(flight, this.ground.stage.camera, nowMillis)) hud.graph.draw(net, rates);
  }
}
