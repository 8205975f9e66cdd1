/** The stick and buttons on a touch screen: shown from the first touch on. Owned by the page. */
import { make, show, style } from '../page/elements.ts';
import type { Control } from '../settings/bindings.ts';
import type { Word } from '../words/en.ts';
import { STICK_REACH, type Touch } from './touch.ts';

const BUTTONS: readonly (readonly [Control, Word, string])[] = [
  ['fire', 'keyFire', 'M3 12h6M15 12h6M12 3v6M12 15v6'],
  ['boost', 'keyBoost', 'M6 14l6-6 6 6M6 20l6-6 6 6'],
  ['brake', 'keyBrake', 'M6 8l6 6 6-6M6 19h12'],
  ['jump', 'keyJump', 'M12 4a8 8 0 1 0 8 8M14 4h6v6M20 4l-9 9'],
];

export class Thumbs {
  private readonly touch: Touch;
  private readonly root: HTMLElement;
  private readonly stick: HTMLElement;
  private readonly knob: HTMLElement;
  private readonly pads = new Map<Control, HTMLElement>();
  private thumb = -1;
  private fromX = 0;
  private fromY = 0;

  constructor(parent: Element, touch: Touch) {
    this.touch = touch;
    this.root = make('div', parent, { class: 'thumbs' });
    this.root.hidden = true;
    const area = make('div', this.root, { class: 'stick-area' });
    this.stick = make('div', area, { class: 'stick' });
    this.knob = make('div', this.stick, { class: 'knob' });
    area.addEventListener('pointerdown', (event) => this.grasp(area, event));
    area.addEventListener('pointermove', (event) => this.move(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      area.addEventListener(end, (event) => this.drop(event));
    }
    const pads = make('div', this.root, { class: 'pads' });
    for (const [control, name, path] of BUTTONS) this.button(pads, control, name, path);
    window.addEventListener('blur', () => touch.releaseAll());
  }

  /** Wakes up with the first finger, or at once where a finger is all there is. */
  listen(flying: () => boolean): void {
    const wake = () => {
      document.body.classList.add('touch');
      show(this.root, flying());
    };
    if (matchMedia('(pointer: coarse)').matches) wake();
    window.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'touch') wake();
    });
  }

  shown(flying: boolean): void {
    show(this.root, flying && document.body.classList.contains('touch'));
    if (!flying) this.touch.releaseAll();
  }

  /** How far gun and jump drive are, 0..1: a ring round their buttons. */
  charge(reload: number, jump: number): void {
    for (const [control, share] of [
      ['fire', reload],
      ['jump', jump],
    ] as const) {
      const pad = this.pads.get(control)!;
      style(pad, '--share', Math.max(0, Math.min(1, share)).toFixed(2));
      pad.classList.toggle('empty', share < 1);
    }
  }

  private button(pads: Element, control: Control, name: Word, path: string): void {
    const button = make('button', pads, { class: `pad ${control}`, name });
    button.tabIndex = -1;
    this.pads.set(control, button);
    button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    button.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      button.setPointerCapture(event.pointerId);
      button.classList.add('held');
      this.touch.press(control);
    });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      button.addEventListener(end, () => {
        button.classList.remove('held');
        this.touch.release(control);
      });
    }
    button.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  private grasp(area: HTMLElement, event: PointerEvent): void {
    if (this.thumb >= 0) return;
    event.preventDefault();
    area.setPointerCapture(event.pointerId);
    this.thumb = event.pointerId;
    [this.fromX, this.fromY] = [event.clientX, event.clientY];
    const box = area.getBoundingClientRect();
    this.stick.style.left = `${event.clientX - box.left}px`;
    this.stick.style.top = `${event.clientY - box.top}px`;
    this.stick.classList.add('held');
  }

  private move(event: PointerEvent): void {
    if (event.pointerId !== this.thumb) return;
    this.touch.lean(event.clientX - this.fromX, event.clientY - this.fromY);
    const [x, y] = [this.touch.leanX * STICK_REACH, this.touch.leanY * STICK_REACH];
    this.knob.style.transform = `translate(${x}px, ${y}px)`;
  }

  private drop(event: PointerEvent): void {
    if (event.pointerId !== this.thumb) return;
    this.thumb = -1;
    this.touch.letGo();
    this.knob.style.transform = '';
    this.stick.style.left = '';
    this.stick.style.top = '';
    this.stick.classList.remove('held');
  }
}
