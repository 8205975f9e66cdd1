/** What is seen first: a name, a colour, one big button, and the rooms. Owned by the page. */
import { make, show, style } from '../page/elements.ts';
import { SILHOUETTES } from '../render/silhouettes.ts';
import type { Choices } from '../settings/choices.ts';
import { MOST_NAME_LENGTH } from '../settings/settings.ts';
import type { Speech } from '../words/speech.ts';
import { RoomList } from './room-list.ts';
import { askRooms, bestRoom, type RoomLine } from './rooms.ts';

const EVERY_MILLIS = 3000;

export interface LobbyDoors {
  fly(room: string, spectate: boolean): void;
  settings(): void;
}

export class Lobby {
  private readonly root: HTMLElement;
  private readonly choices: Choices;
  private readonly doors: LobbyDoors;
  private readonly list: RoomList;
  private readonly play: HTMLButtonElement;
  private readonly preview: SVGSVGElement;
  private rooms: readonly RoomLine[] = [];
  private language = '';
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(root: HTMLElement, choices: Choices, speech: Speech, doors: LobbyDoors) {
    this.root = root;
    this.choices = choices;
    this.doors = doors;
    const head = make('header', root, { class: 'masthead' });
    make('h1', head, { say: 'title' });
    make('p', head, { say: 'tagline' });
    const desk = make('div', root, { class: 'desk' });
    const form = make('form', desk, { class: 'card pilot' });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.quickPlay();
    });
    this.preview = this.ship(form);
    this.nameField(form);
    this.hueField(form);
    this.play = make('button', form, { class: 'play', say: 'play' });
    this.play.type = 'submit';
    make('p', form, { class: 'note', say: 'playHint' });
    this.list = new RoomList(desk, speech, {
      join: (room) => doors.fly(room, false),
      watch: (room) => doors.fly(room, true),
    });
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
    clearInterval(this.timer);
    if (!open) return;
    this.play.focus({ preventScroll: true });
    void this.refresh();
    this.timer = setInterval(() => void this.refresh(), EVERY_MILLIS);
  }

  /** The best room; asks first if none is known yet. */
  private async quickPlay(): Promise<void> {
    if (this.rooms.length === 0) await this.refresh();
    const room = bestRoom(this.rooms);
    if (room !== null && this.open()) this.doors.fly(room, false);
  }

  private async refresh(): Promise<void> {
    try {
      const found = await askRooms(() => performance.now());
      this.rooms = found.rooms;
      this.list.show(found);
    } catch {
      this.list.lost();
    }
  }

  private nameField(form: Element): void {
    const label = make('label', form);
    make('span', label, { say: 'name' });
    const field = make('input', label);
    field.maxLength = MOST_NAME_LENGTH;
    field.setAttribute('autocomplete', 'nickname');
    field.spellcheck = false;
    field.value = this.choices.now().name;
    field.addEventListener('input', () => this.choices.change({ name: field.value.trim() }));
  }

  private hueField(form: Element): void {
    const label = make('label', form);
    make('span', label, { say: 'hue' });
    const field = make('input', label, { class: 'hue' });
    field.type = 'range';
    [field.min, field.max, field.step] = ['0', '360', '4'];
    field.addEventListener('input', () => this.choices.change({ hue: field.valueAsNumber }));
    this.choices.each(({ hue }) => {
      if (field.valueAsNumber !== hue) field.value = String(hue);
      style(this.preview, '--hue', `hsl(${hue} 95% 68%)`);
    });
  }

  private ship(form: Element): SVGSVGElement {
    const frame = make('div', form, { class: 'preview' });
    const { outline, details } = SILHOUETTES[0]!;
    const line = (points: readonly number[]) => `M${points.join(' ')}`;
    frame.innerHTML =
      `<svg viewBox="-34 -26 68 52" aria-hidden="true">` +
      `<path class="flame" d="M-9 3L-28 0L-9 -3Z"/>` +
      `<path d="${line(outline)}Z"/><path class="fine" d="${details.map(line).join('')}"/></svg>`;
    return frame.querySelector('svg')!;
  }

  /** Another language was chosen: what was written by hand is written anew. */
  translated(language: string): void {
    if (language === this.language) return;
    this.language = language;
    this.list.show({ rooms: [], pingMillis: 0 });
    if (this.open()) void this.refresh();
  }
}
