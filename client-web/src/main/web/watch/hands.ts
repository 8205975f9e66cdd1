/** A spectator's hands: keys, drags, wheel, pinch and buttons move the eye. Owned by the watch. */
import { make, mark, write } from '../page/elements.ts';
import type { Camera } from '../render/camera.ts';
import type { Word } from '../words/en.ts';
import type { Eye } from './eye.ts';

const STEP_UNITS = 140;
/** A crown. */
const LEAD = 'M4 18h16M4 15l-1-9 5 4 4-6 4 6 5-4-1 9z';
/** Nearer by so much at a time. */
export const ZOOM = 1.15;

/** What stands in the bar. */
export interface Caption {
  readonly label: string;
  readonly name: string;
  /** The eye goes with the lead. */
  readonly leads: boolean;
}

export class Hands {
  private readonly eye: Eye;
  private readonly camera: Camera;
  private readonly bar: HTMLElement;
  private readonly label: HTMLElement;
  private readonly name: HTMLElement;
  private readonly lead: HTMLElement;
  private readonly off = new AbortController();
  /** Where each finger or the mouse is, while it is down. */
  private readonly grips = new Map<number, readonly [number, number]>();

  constructor(parent: Element, canvas: HTMLElement, eye: Eye, camera: Camera) {
    this.eye = eye;
    this.camera = camera;
    this.bar = make('section', parent, { class: 'watchbar panel', name: 'spectating' });
    this.button('zoomOut', 'M5 12h14', () => eye.zoomBy(1 / ZOOM / ZOOM));
    this.button('watchPrevious', 'M15 5l-7 7 7 7', () => eye.cycle(-1));
    const middle = make('div', this.bar);
    this.label = make('small', middle, { role: 'status' });
    this.name = make('strong', middle);
    this.button('watchNext', 'M9 5l7 7-7 7', () => eye.cycle(1));
    this.lead = this.button('watchLeader', LEAD, () => eye.lead());
    this.button('zoomIn', 'M5 12h14M12 5v14', () => eye.zoomBy(ZOOM * ZOOM));
    const { signal } = this.off;
    window.addEventListener('keydown', (event) => this.key(event), { signal });
    canvas.addEventListener('pointerdown', (event) => this.grasp(event), { signal });
    canvas.addEventListener('pointermove', (event) => this.move(event), { signal });
    for (const end of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(end, (event) => this.grips.delete(event.pointerId), { signal });
    }
    canvas.addEventListener('wheel', (event) => this.wheel(event), { signal, passive: true });
  }

  shown({ label, name, leads }: Caption): void {
    write(this.label, label);
    write(this.name, name);
    mark(this.lead, 'aria-pressed', String(leads));
  }

  close(): void {
    this.off.abort();
    this.bar.remove();
  }

  private key(event: KeyboardEvent): void {
    if (event.target instanceof Element && event.target.closest('input, dialog, button')) return;
    const { eye } = this;
    if (event.code === 'BracketLeft' || event.code === 'KeyQ') eye.cycle(-1);
    else if (event.code === 'BracketRight' || event.code === 'KeyE') eye.cycle(1);
    else if (event.code === 'KeyL' && !event.repeat) eye.lead();
    else if (event.code === 'ArrowLeft') eye.pan(-STEP_UNITS, 0);
    else if (event.code === 'ArrowRight') eye.pan(STEP_UNITS, 0);
    else if (event.code === 'ArrowUp') eye.pan(0, STEP_UNITS);
    else if (event.code === 'ArrowDown') eye.pan(0, -STEP_UNITS);
    else if (event.key === '+') eye.zoomBy(ZOOM);
    else if (event.key === '-') eye.zoomBy(1 / ZOOM);
  }

  private grasp(event: PointerEvent): void {
    this.grips.set(event.pointerId, [event.clientX, event.clientY]);
  }

  /** One grip drags, two pinch. */
  private move(event: PointerEvent): void {
    const before = this.grips.get(event.pointerId);
    if (!before) return;
    const spread = this.spread();
    this.grips.set(event.pointerId, [event.clientX, event.clientY]);
    if (spread > 0) {
      this.eye.zoomBy(this.spread() / spread);
      return;
    }
    const { scale } = this.camera;
    this.eye.pan((before[0] - event.clientX) / scale, (event.clientY - before[1]) / scale);
  }

  /** How far two fingers are apart, 0 where there are no two. */
  private spread(): number {
    const [a, b] = [...this.grips.values()];
    return a && b ? Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1])) : 0;
  }

  private wheel(event: WheelEvent): void {
    this.eye.zoomBy(event.deltaY < 0 ? ZOOM : 1 / ZOOM);
  }

  private button(name: Word, path: string, act: () => void): HTMLElement {
    const button = make('button', this.bar, { class: 'tool', name });
    button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    button.addEventListener('click', act);
    return button;
  }
}
