/**
 * The few words and bars over the picture. Writes to the page only what changed. Owned by the page.
 */
import { MESSAGES } from './messages.ts';

export interface Readings {
  readonly pingMillis: number;
  readonly frameAgeMillis: number;
  readonly speed: number;
  /** 0..1 */
  readonly hull: number;
  readonly energy: number;
  readonly alive: boolean;
}

const EVERY_MILLIS = 100;
const LOW = 0.3;

export class Hud {
  private readonly root: HTMLElement;
  private shownMillis = 0;
  private words = '';

  constructor(root: HTMLElement) {
    this.root = root;
    this.part('hull-name').textContent = MESSAGES.hull;
    this.part('energy-name').textContent = MESSAGES.energy;
    const hint = this.part('hint');
    for (const [key, meaning] of MESSAGES.hint) {
      const item = hint.appendChild(document.createElement('span'));
      item.appendChild(document.createElement('kbd')).textContent = key;
      item.append(` ${meaning}`);
    }
  }

  room(name: string): void {
    write(this.part('room'), MESSAGES.room(name));
  }

  /** Plain words in the middle, read out by screen readers; '' takes them away. */
  say(words: string): void {
    if (words === this.words) return;
    this.words = words;
    write(this.part('status'), words);
  }

  hideHint(): void {
    this.part('hint').classList.add('gone');
  }

  show(readings: Readings, nowMillis: number): void {
    if (nowMillis - this.shownMillis < EVERY_MILLIS) return;
    this.shownMillis = nowMillis;
    write(this.part('ping'), MESSAGES.ping(readings.pingMillis));
    write(this.part('age'), MESSAGES.frameAge(readings.frameAgeMillis));
    write(this.part('speed'), MESSAGES.speed(readings.speed));
    this.root.classList.toggle('flying', readings.alive);
    this.bar('hull', readings.hull);
    this.bar('energy', readings.energy);
  }

  private bar(name: string, share: number): void {
    const bar = this.part(name);
    const percent = String(Math.round(share * 100));
    if (bar.getAttribute('aria-valuenow') === percent) return;
    bar.setAttribute('aria-valuenow', percent);
    bar.style.setProperty('--share', String(share));
    bar.classList.toggle('low', share < LOW);
  }

  private part(name: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`the page has no ${name}`);
    return found;
  }
}

function write(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}
