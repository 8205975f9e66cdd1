/** The list of rooms in the lobby: join by click, watch, copy the link. Owned by the lobby. */
import { sideMark } from '../hud/badge.ts';
import { copyText } from '../page/clipboard.ts';
import { make, show, write } from '../page/elements.ts';
import { EN, type Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import { isFull, linkTo, type RoomLine, type Rooms } from './rooms.ts';

export interface Doors {
  join(room: string): void;
  watch(room: string): void;
  create(): void;
}

export class RoomList {
  private readonly list: HTMLElement;
  private readonly note: HTMLElement;
  private readonly speech: Speech;
  private readonly doors: Doors;
  private readonly lines = new Map<string, Line>();

  constructor(parent: Element, speech: Speech, doors: Doors) {
    this.speech = speech;
    this.doors = doors;
    const card = make('section', parent, { class: 'card rooms' });
    card.setAttribute('aria-labelledby', 'rooms-title');
    make('h2', card, { say: 'rooms' }).id = 'rooms-title';
    this.list = make('ul', card);
    this.note = make('p', card, { class: 'note', role: 'status' });
    const create = make('button', card, { class: 'create', say: 'newRoom' });
    create.addEventListener('click', () => doors.create());
  }

  show({ rooms, pingMillis }: Rooms): void {
    this.say(rooms.length === 0 ? this.speech.say('roomsNone') : '');
    const known = new Set(rooms.map((room) => room.id));
    for (const [id, line] of this.lines) {
      if (known.has(id)) continue;
      line.item.remove();
      this.lines.delete(id);
    }
    rooms.forEach((room, i) => {
      const line = this.line(room);
      line.show(room, pingMillis);
      if (this.list.children[i] !== line.item)
        this.list.insertBefore(line.item, this.list.children[i] ?? null);
    });
  }

  /** What is wrong just now; empty if nothing is. */
  say(words: string): void {
    write(this.note, words);
    show(this.note, words !== '');
  }

  private line(room: RoomLine): Line {
    const line = this.lines.get(room.id) ?? new Line(this.list, room.id, this.speech, this.doors);
    this.lines.set(room.id, line);
    return line;
  }
}

class Line {
  readonly item: HTMLElement;
  private readonly speech: Speech;
  private readonly mode: HTMLElement;
  private readonly sides: HTMLElement;
  private readonly lock: HTMLElement;
  private readonly count: HTMLElement;
  private readonly ping: HTMLElement;
  private readonly bar: HTMLElement;
  private readonly join: HTMLButtonElement;

  constructor(list: Element, id: string, speech: Speech, doors: Doors) {
    this.speech = speech;
    this.item = make('li', list);
    this.join = make('button', this.item, { class: 'room' });
    const name = make('strong', this.join);
    make('span', name, { text: id });
    this.lock = make('i', name, { class: 'lock', role: 'img' });
    this.lock.innerHTML = icon(LOCK);
    this.lock.setAttribute('aria-label', speech.say('locked'));
    this.count = make('span', this.join, { class: 'number count' });
    const match = make('span', this.join, { class: 'mode' });
    this.sides = make('span', match, { class: 'marks' });
    this.sides.setAttribute('aria-hidden', 'true');
    this.mode = make('span', match);
    this.ping = make('span', this.join, { class: 'number ping' });
    this.bar = make('span', this.join, { class: 'fill' });
    this.join.addEventListener('click', () => doors.join(id));
    this.tool('watchRoom', id, WATCH).addEventListener('click', () => doors.watch(id));
    const copy = this.tool('copyRoom', id, LINK);
    copy.addEventListener('click', () => void this.copy(id, copy));
  }

  show(room: RoomLine, pingMillis: number): void {
    const { say } = this.speech;
    const mode = say(room.mode in EN ? (room.mode as Word) : 'ffa');
    const words = room.teams > 0 ? `${room.teams} ${mode} · ${say('balanced')}` : mode;
    const full = isFull(room);
    write(this.mode, words);
    this.mode.title = words;
    this.draw(room.teams);
    show(this.lock, room.locked);
    write(
      this.count,
      full ? say('full') : say('players', { n: room.players, most: room.capacity }),
    );
    const ping = Number.isNaN(pingMillis) ? '–' : Math.max(1, Math.round(pingMillis));
    write(this.ping, say('ping', { n: ping }));
    this.bar.style.setProperty('--share', String(room.players / Math.max(1, room.capacity)));
    this.join.classList.toggle('full', full);
  }

  /** Color and shape of each side. */
  private draw(teams: number): void {
    while (this.sides.childElementCount > teams) this.sides.lastElementChild!.remove();
    while (this.sides.childElementCount < teams) {
      sideMark(this.sides, this.sides.childElementCount + 1);
    }
  }

  private tool(name: Word, room: string, path: string): HTMLButtonElement {
    const tool = make('button', this.item, { class: 'tool' });
    tool.innerHTML = icon(path);
    tool.setAttribute('aria-label', this.speech.say(name, { room }));
    tool.title = this.speech.say(name, { room });
    return tool;
  }

  private async copy(room: string, button: HTMLElement): Promise<void> {
    const copied = await copyText(linkTo(room));
    button.classList.toggle('done', copied);
    const words = copied ? this.speech.say('copied') : linkTo(room);
    button.setAttribute('aria-label', words);
    button.title = words;
  }
}

function icon(path: string): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
}

const LOCK = 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3';
const WATCH = 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z';
const LINK =
  'M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1';
