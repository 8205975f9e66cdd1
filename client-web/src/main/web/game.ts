/**
 * One visit to a room, flying or watching: its link, its flights and its HUD. Owned by the page.
 */
import type { Shared } from './facade.ts';
import { Flight } from './flight.ts';
import { Chat } from './hud/chat.ts';
import { Gatehouse } from './hud/gatehouse.ts';
import { Hud } from './hud/hud.ts';
import type { Marks } from './hud/marks.ts';
import { Tools } from './hud/tools.ts';
import type { PadWish } from './input/pad-wishes.ts';
import type { Pilot } from './input/pilot.ts';
import type { Thumbs } from './input/thumbs.ts';
import { socketAddress, streamAddress } from './net/address.ts';
import { Detour } from './net/detour.ts';
import type { Letter } from './net/letters.ts';
import { Link, type Wire } from './net/link.ts';
import { papersFor } from './net/papers.ts';
import { StreamWire } from './net/stream.ts';
import { Tally } from './net/tally.ts';
import { isCalm, weathered } from './net/weather.ts';
import { neon, paint, unpaint } from './render/palette.ts';
import type { Stage } from './render/stage.ts';
import type { Choices } from './settings/choices.ts';
import { Cues } from './sound/cues.ts';
import type { Voices } from './sound/voices.ts';
import { ANYONE, type Subject } from './watch/subject.ts';
import { Watch } from './watch/watch.ts';
import type { Speech } from './words/speech.ts';

export interface Ground {
  readonly shared: Shared;
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly stage: Stage;
  readonly speech: Speech;
  readonly choices: Choices;
  readonly pilot: Pilot;
  readonly thumbs: Thumbs;
  readonly voices: Voices;
  readonly marks: Marks;
  toLobby(): void;
  menu(): void;
}

export interface Visit {
  readonly room: string;
  readonly name: string;
  /** What one looks at who has no seat; null: one flies. */
  readonly subject: Subject | null;
  readonly password: string;
}

export class Game {
  readonly hud: Hud;
  readonly chat: Chat;
  readonly visit: Visit;
  private readonly ground: Ground;
  private readonly gate: Gatehouse;
  private readonly link: Link;
  private readonly detour: Detour;
  private readonly tally = new Tally();
  private readonly cues: Cues;
  private readonly watch: Watch | null;
  private flight: Flight | null = null;
  /** What the page itself had to do for the last picture. */
  private workMillis = 0;

  constructor(ground: Ground, visit: Visit, again: (visit: Visit) => void) {
    const { root, speech, choices, shared, stage } = ground;
    this.ground = ground;
    this.visit = visit;
    const mute = (seat: number, on: boolean) => this.link.send(shared.mute(seat, on));
    this.hud = new Hud(root, speech, choices.now().keys, mute);
    this.chat = new Chat(root, speech, {
      say: (words) => this.link.send(shared.say(false, words)),
      emote: (place) => this.link.send(shared.emote(place)),
    });
    new Tools(this.hud.top, {
      menu: () => ground.menu(),
      scores: () => this.scores(!this.hud.scoreboard.shown()),
      chat: () => this.canChat() && this.chat.open(),
      emotes: () => this.canChat() && this.chat.toggleWheel(),
    }).mayTalk(visit.subject === null);
    this.gate = new Gatehouse(root, speech, {
      again: () => this.link.again(performance.now()),
      watch: () => again({ ...visit, subject: ANYONE }),
      password: (password) => again({ ...visit, password }),
      lobby: () => ground.toLobby(),
    });
    this.cues = new Cues(ground.voices);
    const { crowd, hints } = this.hud;
    const gazing = {
      follow: (seat: number) => this.link.send(shared.follow(seat)),
      look: (x: number, y: number) => this.link.send(shared.look(x, y)),
    };
    const { subject } = visit;
    this.watch = subject ? new Watch(ground, crowd, gazing, subject) : null;
    if (this.watch) hints.say(this.watch.hint);
    stage.gaze = this.watch?.eye ?? null;
    speech.dress(root);
    const wanted = { ...visit, spectate: subject !== null, hue: choices.now().hue };
    const papers = papersFor(wanted, Math.random(), sessionStorage, localStorage);
    this.detour = new Detour(
      (opened) => this.open(opened),
      (opened) => new StreamWire(streamAddress(visit.room), opened),
    );
    this.link = new Link(
      shared,
      () => this.detour.open(performance.now()),
      () => performance.now(),
      papers,
      {
        letter: (letter, nowMillis) => this.letter(letter, nowMillis),
        snapshot: (nowMillis) => this.snapshot(nowMillis),
        roundTrip: (millis, nowMillis) => this.flight?.clock.roundTrip(millis, nowMillis),
        heard: (traffic, bytes) => this.tally.heard(traffic, bytes),
        said: (traffic, bytes) => this.tally.said(traffic, bytes),
      },
    );
  }

  /** A few times a second, also while nobody looks. */
  run(nowMillis: number): void {
    this.link.run(nowMillis, document.hidden);
    this.detour.run(nowMillis);
  }

  /** Samples the pilot; between pictures too, where those are rare. */
  command(nowMillis: number): void {
    const { pilot, stage } = this.ground;
    this.flight?.command(nowMillis, pilot, this.link, stage.camera);
  }

  picture(nowMillis: number, elapsedMillis: number): void {
    const begunMillis = performance.now();
    const { stage, marks, pilot } = this.ground;
    const { flight, hud, link } = this;
    this.command(nowMillis);
    flight?.advance(nowMillis);
    const scene = flight?.scene() ?? null;
    if (scene) this.watch?.advance(scene, elapsedMillis);
    if (scene) this.cues.take(scene, stage.camera, nowMillis);
    stage.draw(scene, flight?.arena ?? null, nowMillis / 1000, elapsedMillis / 1000);
    if (flight && scene) {
      hud.place(scene, stage.camera);
      this.measure(flight, nowMillis, elapsedMillis);
    }
    hud.hints.watch(pilot.hand(), (control) => pilot.hasUsed(control));
    this.gate.show(link.state());
    const slackTicks = flight?.clock.slackTicks(nowMillis) ?? Number.NaN;
    marks.write(link.state(), scene, slackTicks, flight?.punctual ?? false);
    this.workMillis = performance.now() - begunMillis;
  }

  /** The page goes away, or the player does. */
  leave(): void {
    this.link.leave();
    this.cues.silence();
    this.watch?.close();
    this.ground.stage.gaze = null;
    this.ground.root.replaceChildren();
  }

  /** The page is shown or hidden: a hidden one is told nothing, a shown one everything. */
  looked(hidden: boolean): void {
    const { shared } = this.ground;
    this.link.send(shared.pause(hidden), 'upkeep');
    if (!hidden && this.link.state() === 'flying') this.link.send(shared.resync(), 'upkeep');
    if (hidden) this.cues.silence();
  }

  scores(open: boolean): void {
    this.hud.scoreboard.toggle(open, this.flight?.seat ?? -1);
  }

  /** What a pad asks for besides flying. */
  wish(wish: PadWish): void {
    if (wish === 'scores') this.scores(!this.hud.scoreboard.shown());
    else if (wish !== 'signs') this.watch?.wish(wish);
    else if (this.canChat()) this.chat.toggleWheel();
  }

  canChat(): boolean {
    return this.watch === null && this.link.state() === 'flying';
  }

  private open(opened: () => void): Wire {
    const { shared, choices } = this.ground;
    const socket = new WebSocket(socketAddress(location, this.visit.room), shared.subprotocol());
    socket.addEventListener('open', opened);
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
      if (document.hidden) this.link.send(shared.pause(true), 'upkeep');
      this.flight = new Flight(shared, letter);
      this.watch?.anew();
      this.gate.bench(letter.seat < 0 && this.watch === null);
      this.hud.begin(letter.room, this.detour.active());
      unpaint();
      if (letter.seat >= 0) paint(letter.seat, neon(choices.now().hue));
    } else if (letter.kind === 'refusal') {
      const wrong = letter.reason === 'password' && this.visit.password !== '';
      this.gate.refuse(wrong ? 'wrong_password' : letter.reason, letter.text);
    }
    if (letter.kind === 'people') this.flight?.timeline.sides.take(letter.people);
    this.hud.letter(letter, this.flight?.seat ?? -1, nowMillis);
    const own = letter.kind === 'kill' && letter.killer === this.flight?.seat;
    if (own && letter.victim !== this.flight?.seat) this.ground.voices.play('triumph', 1, 0);
  }

  private snapshot(nowMillis: number): void {
    this.flight?.snapshot(nowMillis);
    this.tally.snapshot(nowMillis, this.flight?.frameMillis ?? 0);
  }

  private measure(flight: Flight, nowMillis: number, elapsedMillis: number): void {
    const { hud } = this;
    const net = {
      pingMillis: flight.clock.pingMillis(),
      ageMillis: Math.max(0, this.tally.ageMillis(nowMillis)),
      slackTicks: flight.clock.slackTicks(nowMillis),
      correction: flight.timeline.correction,
      jumps: flight.clock.resyncs(),
      pictureMillis: elapsedMillis,
    };
    hud.graph.sample(net);
    const rates = this.tally.picture(nowMillis, elapsedMillis, this.workMillis);
    const readings = hud.show(flight, this.ground.stage.camera, nowMillis);
    if (!readings) return;
    hud.graph.draw(net, rates);
    this.ground.thumbs.charge(readings.reload, readings.jump);
  }
}
