/** A spectator's hands: keys, drags, wheel and buttons move the eye. Owned by the game. */
import { make, show, write } from '../page/elements.ts';
import type { Camera } from '../render/camera.ts';
import type { Speech } from '../words/speech.ts';
import type { Eye } from './eye.ts';

const STEP_UNITS = 140;
const ZOOM = 1.15;

export class Hands {
  private readonly eye: Eye;
  private readonly camera: Camera;
  private readonly bar: HTMLElement;
  private readonly name: HTMLElement;
  private readonly off = new AbortController();

  constructor(parent: Element, canvas: HTMLElement, eye: Eye, camera: Camera) {
    this.eye = eye;
    this.camera = camera;
    this.bar = make('section', parent, { class: 'watchbar', name: 'spectating' });
    this.button('‹', () => eye.cycle(-1));
    const middle = make('div', this.bar);
    make('small', middle, { say: 'spectating' });
    this.name = make('strong', middle);
    this.button('›', () => eye.cycle(1));
    const { signal } = this.off;
    window.addEventListener('keydown', (event) => this.key(event), { signal });
    canvas.addEventListener('pointermove', (event) => this.drag(event), { signal });
    canvas.addEventListener('wheel', (event) => this.wheel(event), { signal, passive: true });
  }

  hint(speech: Speech): string {
    return speech.say('spectateHint', { prev: '‹', next: '›' });
  }

  shown(name: string): void {
    write(this.name, name);
    show(this.bar, true);
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
    else if (event.code === 'ArrowLeft') eye.pan(-STEP_UNITS, 0);
    else if (event.code === 'ArrowRight') eye.pan(STEP_UNITS, 0);
    else if (event.code === 'ArrowUp') eye.pan(0, STEP_UNITS);
    else if (event.code === 'ArrowDown') eye.pan(0, -STEP_UNITS);
    else if (event.key === '+') eye.zoomBy(ZOOM);
    else if (event.key === '-') eye.zoomBy(1 / ZOOM);
  }

  private drag(event: PointerEvent): void {
    if (event.buttons === 0) return;
    const { scale } = this.camera;
    this.eye.pan(-event.movementX / scale, event.movementY / scale);
  }

  private wheel(event: WheelEvent): void {
    this.eye.zoomBy(event.deltaY < 0 ? ZOOM : 1 / ZOOM);
  }

  private button(sign: string, act: () => void): void {
    const button = make('button', this.bar, { class: 'tool', text: sign });
    button.setAttribute('aria-label', sign === '‹' ? '−' : '+');
    button.addEventListener('click', act);
  }
}
