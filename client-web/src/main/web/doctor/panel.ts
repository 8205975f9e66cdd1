/** One transport on the page: what it is, its events as they come, and what they take. */
import { make, pencil, write } from '../page/elements.ts';
import { type Figures, median, type Transport } from './figures.ts';
import { millis, perEvent } from './report.ts';
import type { Word } from './words/en.ts';
import type { Say } from './words/speech.ts';

const WHAT: Readonly<Record<Transport, Word>> = {
  poll: 'pollWhat',
  longPoll: 'longPollWhat',
  sse: 'sseWhat',
  socket: 'socketWhat',
};
const MOST_DOTS = 80;
const SCALE_MILLIS = 2000;

export class Panel {
  private readonly root: HTMLElement;
  private readonly state: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly cells: Readonly<Record<'late' | 'requests' | 'bytes' | 'events', HTMLElement>>;
  private readonly dots: number[] = [];
  private readonly say: Say;

  constructor(parent: HTMLElement, transport: Transport, say: Say) {
    this.say = say;
    this.root = make('section', parent, { class: 'card transport' });
    this.root.dataset.transport = transport;
    const head = make('header', this.root);
    make('h2', head, { text: say(transport) });
    this.state = make('span', head, { class: 'state', text: say('waiting') });
    make('p', this.root, { class: 'note', text: say(WHAT[transport]) });
    this.canvas = make('canvas', this.root);
    this.canvas.setAttribute('aria-hidden', 'true');
    const list = make('dl', this.root);
    const cell = (name: Word) => {
      const pair = make('div', list);
      make('dt', pair, { text: say(name) });
      return make('dd', pair, { class: 'number', text: '…' });
    };
    this.cells = {
      late: cell('late'),
      requests: cell('requests'),
      bytes: cell('bytes'),
      events: cell('events'),
    };
  }

  heard(lateMillis: number): void {
    this.dots.push(lateMillis);
    if (this.dots.length > MOST_DOTS) this.dots.shift();
  }

  show(figures: Figures, over: boolean): void {
    const { say } = this;
    const { lateMillis, requests, upBytes, downBytes, opened, cutMillis } = figures;
    const events = lateMillis.length;
    const state =
      events > 0 ? (cutMillis.length > 0 ? 'cut' : 'works') : over ? 'blocked' : 'waiting';
    const shown = opened || over ? state : 'waiting';
    this.root.dataset.state = shown;
    write(this.state, say(shown));
    write(this.cells.late, events > 0 ? millis(median(lateMillis), say) : '–');
    write(this.cells.requests, perEvent(requests, events, say));
    write(this.cells.bytes, perEvent(upBytes + downBytes, events, say));
    write(this.cells.events, String(events));
    this.draw();
  }

  /** Each event a dot: the higher, the later it came. */
  private draw(): void {
    const pen = pencil(this.canvas);
    if (!pen) return;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    pen.fillStyle = '#6f9bd03d';
    pen.fillRect(0, height - 1, width, 1);
    pen.fillStyle = getComputedStyle(this.canvas).color;
    this.dots.forEach((late, place) => {
      const y = height - 3 - Math.sqrt(Math.min(1, late / SCALE_MILLIS)) * (height - 8);
      pen.fillRect((place / MOST_DOTS) * width, y, 3, 3);
    });
  }
}
