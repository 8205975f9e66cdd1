/** The list of rooms in the lobby: join by click, watch, copy the link. Owned by the lobby. */
import { make, write } from '../page/elements.ts';
import { EN, type Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import type { RoomLine, Rooms } from './rooms.ts';

export interface Doors {
  join(room: string): void;
  watch(room: string): void;
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
  }

  show({ rooms, pingMillis }: Rooms): void {
    this.say(rooms.length === 0 ? 'roomsNone' : null);
    const known = new Set(rooms.map((room) => room.id));
    for (const [id, line] of this.lines) {
      if (known.has(id)) continue;
      line.item.remove();
      this.lines.delete(id);
    }
    for (const room of rooms) this.line(room).show(room, pingMillis);
  }

  lost(): void {
    this.say('roomsLost');
  }

  private say(word: Word | null): void {
    write(this.note, word ? this.speech.say(word) : '');
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
  private readonly count: HTMLElement;
  private readonly ping: HTMLElement;
  private readonly bar: HTMLElement;
  private readonly join: HTMLButtonElement;

  constructor(list: Element, id: string, speech: Speech, doors: Doors) {
    this.speech = speech;
    this.item = make('li', list);
    this.join = make('button', this.item, { class: 'room' });
    make('strong', this.join, { text: id });
    this.mode = make('span', this.join, { class: 'mode' });
    this.ping = make('span', this.join, { class: 'number ping' });
    this.count = make('span', this.join, { class: 'number count' });
    this.bar = make('span', this.join, { class: 'fill' });
    this.join.addEventListener('click', () => doors.join(id));
    this.tool('watchRoom', id, WATCH).addEventListener('click', () => doors.watch(id));
    const copy = this.tool('copyRoom', id, LINK);
    copy.addEventListener('click', () => this.copy(id, copy));
  }

  show(room: RoomLine, pingMillis: number): void {
    const { say } = this.speech;
    const mode = say(room.mode in EN ? (room.mode as Word) : 'ffa');
    write(this.mode, room.locked ? `${mode} · ${say('locked')}` : mode);
    write(this.count, say('players', { n: room.players, most: room.capacity }));
    write(this.ping, say('ping', { n: Math.round(pingMillis) }));
    this.bar.style.setProperty('--share', String(room.players / Math.max(1, room.capacity)));
    this.join.classList.toggle('full', room.players >= room.capacity);
  }

  private tool(name: Word, room: string, path: string): HTMLButtonElement {
    const tool = make('button', this.item, { class: 'tool' });
    tool.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    tool.setAttribute('aria-label', this.speech.say(name, { room }));
    tool.title = this.speech.say(name, { room });
    return tool;
  }

  private copy(room: string, button: HTMLElement): void {
    const link = `${location.origin}/play/${encodeURIComponent(room)}`;
    navigator.clipboard?.writeText(link).then(
      () => {
        button.classList.add('done');
        button.setAttribute('aria-label', this.speech.say('copied'));
      },
      () => window.prompt(this.speech.say('copyRoom', { room }), link),
    );
  }
}

const WATCH = 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z';
const LINK =
  'M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1';
