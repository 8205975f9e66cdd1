/** What is seen first: who flies, one big button, and the rooms. Owned by the page. */
import { make, show } from '../page/elements.ts';
import type { Choices } from '../settings/choices.ts';
import type { Speech } from '../words/speech.ts';
import { Honours } from './honours.ts';
import { Neighbours } from './neighbours.ts';
import { PilotCard } from './pilot-card.ts';
import { RoomList } from './room-list.ts';
import { RoomMaker } from './room-maker.ts';
import { bestRoom, Inquiry, openRoom, QUICK_WISH, type RoomLine } from './rooms.ts';

const EVERY_MILLIS = 3000;
/** Until the ping can be told. */
const AT_FIRST_MILLIS = 400;

export interface Flying {
  readonly room: string;
  readonly spectate: boolean;
  readonly password: string;
}

export interface LobbyDoors {
  fly(flying: Flying): void;
  settings(): void;
}

export class Lobby {
  private readonly root: HTMLElement;
  private readonly speech: Speech;
  private readonly doors: LobbyDoors;
  private readonly pilot: PilotCard;
  private readonly list: RoomList;
  private readonly honours: Honours;
  private readonly neighbours: Neighbours;
  private readonly inquiry = new Inquiry(() => performance.now());
  private rooms: readonly RoomLine[] = [];
  private language = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, choices: Choices, speech: Speech, doors: LobbyDoors) {
    this.root = root;
    this.speech = speech;
    this.doors = doors;
    const head = make('header', root, { class: 'masthead' });
    make('h1', head, { say: 'title' });
    make('p', head, { say: 'tagline' });
    const desk = make('div', root, { class: 'desk' });
    this.pilot = new PilotCard(desk, choices, () => void this.quickPlay());
    const maker = new RoomMaker(document.body, speech, (room, password) =>
      this.fly(room, false, password),
    );
    this.list = new RoomList(desk, speech, {
      join: (room) => this.fly(room, false),
      watch: (room) => this.fly(room, true),
      create: () => maker.open(),
    });
    this.honours = new Honours(desk, choices, speech);
    this.neighbours = new Neighbours(desk, speech);
    const tools = make('footer', root, { class: 'tools' });
    const settings = make('button', tools, { class: 'plain', say: 'settings' });
    settings.addEventListener('click', () => doors.settings());
    window.addEventListener('keydown', (event) => {
      const free = event.target === document.body || event.target === null;
      if (event.key === 'Enter' && free && this.open()) void this.quickPlay();
    });
  }

  open(): boolean {
    return !this.root.hidden;
  }

  shown(open: boolean): void {
    show(this.root, open);
    clearTimeout(this.timer);
    if (!open) return;
    this.pilot.say('');
    this.pilot.focus();
    void this.refresh();
    void this.honours.refresh();
    void this.neighbours.refresh();
  }

  /** What the server told this player alone. */
  tell(words: string): void {
    this.honours.tell(words);
  }

  /** Another language was chosen: what was written by hand is written anew. */
  translated(language: string): void {
    if (language === this.language) return;
    this.language = language;
    this.list.show({ rooms: [], pingMillis: Number.NaN });
    this.neighbours.translated();
    if (this.open()) void this.refresh();
  }

  private fly(room: string, spectate: boolean, password = ''): void {
    this.doors.fly({ room, spectate, password });
  }

  /** The best room, asked for if none is known yet; a new one where no seat is free. */
  private async quickPlay(): Promise<void> {
    if (bestRoom(this.rooms) === null) await this.refresh();
    const room = bestRoom(this.rooms) ?? (await this.anotherRoom());
    if (room !== null && this.open()) this.fly(room, false);
  }

  private async anotherRoom(): Promise<string | null> {
    try {
      return await openRoom(QUICK_WISH);
    } catch (problem) {
      const why = problem instanceof Error ? problem.message : '';
      this.pilot.say(this.speech.say('nowhere', { why }));
      return null;
    }
  }

  private async refresh(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const found = await this.inquiry.ask();
      this.rooms = found.rooms;
      this.list.show(found);
    } catch {
      this.list.say(this.speech.say('roomsLost'));
    }
    clearTimeout(this.timer);
    const soon = Number.isNaN(this.inquiry.pingMillis());
    const wait = soon ? AT_FIRST_MILLIS : EVERY_MILLIS;
    if (this.open()) this.timer = setTimeout(() => void this.refresh(), wait);
  }
}
