/** Makes and writes elements of the page; an element that carries a word is filled in by Speech. */
import type { Word } from '../words/en.ts';

type Tags = HTMLElementTagNameMap;

export interface Look {
  readonly class?: string;
  readonly say?: Word;
  /** A word as its name for who cannot see it. */
  readonly name?: Word;
  readonly role?: string;
  readonly text?: string;
}

export function make<T extends keyof Tags>(tag: T, parent: Element | null, look: Look = {}) {
  const element: Tags[T] = document.createElement(tag);
  if (look.class) element.className = look.class;
  if (look.say) element.dataset.say = look.say;
  if (look.name) element.dataset.name = look.name;
  if (look.role) element.setAttribute('role', look.role);
  if (look.text) element.textContent = look.text;
  if (tag === 'button') element.setAttribute('type', 'button');
  parent?.appendChild(element);
  return element;
}

/** Writes only what changed: a page that is left alone costs nothing. */
export function write(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

export function show(element: HTMLElement, shown: boolean): void {
  if (element.hidden === shown) element.hidden = !shown;
}

export function style(element: HTMLElement | SVGElement, name: string, value: string): void {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

export function mark(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The context of a small drawing, in pixels of the page, sharp on dense screens. */
export function pencil(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const density = Math.min(2, devicePixelRatio || 1);
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const [w, h] = [Math.round(width * density), Math.round(height * density)];
  if (w === 0 || h === 0) return null;
  if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
  const pen = canvas.getContext('2d');
  pen?.setTransform(density, 0, 0, density, 0, 0);
  pen?.clearRect(0, 0, width, height);
  return pen;
}
