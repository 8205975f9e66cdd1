/** Hull, energy, gun, jump, speed and pull: the instruments at the lower edge. Owned by the HUD. */
import { make, style, write } from '../page/elements.ts';
import type { Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import type { Readings } from './readings.ts';

const LOW = 0.3;
/** The pull whose arrow fills the dial, units per second squared. */
const FULL_PULL = 260;

export class Gauges {
  private readonly root: HTMLElement;
  private readonly speech: Speech;
  private readonly hull: HTMLElement;
  private readonly energy: HTMLElement;
  private readonly gun: HTMLElement;
  private readonly drive: HTMLElement;
  private readonly driveNote: HTMLElement;
  private readonly speed: HTMLElement;
  private readonly dial: HTMLElement;

  constructor(parent: Element, speech: Speech) {
    this.speech = speech;
    this.root = make('footer', parent, { class: 'gauges' });
    this.hull = this.bar('hull');
    this.energy = this.bar('energy');
    const pips = make('div', this.root, { class: 'pips' });
    [this.gun] = this.pip(pips, 'gun', 'M4 12h14M14 8l4 4-4 4');
    [this.drive, this.driveNote] = this.pip(pips, 'drive', 'M12 4a8 8 0 1 0 8 8M14 4h6v6');
    const motion = make('div', this.root, { class: 'motion' });
    this.dial = make('div', motion, { class: 'dial', name: 'gravity', role: 'img' });
    this.dial.innerHTML =
      '<svg viewBox="-20 -20 40 40" aria-hidden="true"><circle r="17"/>' +
      '<path d="M-3 0H11M7 -4L12 0L7 4"/></svg>';
    this.speed = make('span', motion, { class: 'number speed' });
  }

  show(readings: Readings): void {
    this.root.classList.toggle('on', readings.alive);
    if (!readings.alive) return;
    fill(this.hull, readings.hull);
    fill(this.energy, readings.energy);
    charge(this.gun, readings.reload);
    charge(this.drive, readings.jump);
    const left = Math.ceil(readings.jumpSeconds);
    write(this.driveNote, left > 0 ? String(left) : '');
    write(this.speed, this.speech.say('speed', { n: Math.round(readings.speed) }));
    const pull = Math.hypot(readings.gravityX, readings.gravityY);
    const angle = Math.atan2(-readings.gravityY, readings.gravityX);
    style(this.dial, '--angle', `${angle.toFixed(2)}rad`);
    style(this.dial, '--pull', Math.min(1, Math.sqrt(pull / FULL_PULL)).toFixed(2));
  }

  private bar(name: Word & ('hull' | 'energy')): HTMLElement {
    const gauge = make('div', this.root, { class: 'gauge' });
    make('span', gauge, { say: name });
    const bar = make('div', gauge, { class: `bar ${name}`, role: 'meter', name });
    measured(bar);
    return bar;
  }

  private pip(parent: Element, name: Word, path: string): [HTMLElement, HTMLElement] {
    const pip = make('div', parent, { class: 'pip', role: 'meter', name });
    pip.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    measured(pip);
    return [pip, make('b', pip)];
  }
}

/** A meter from 0 to 100, empty until it is read. */
function measured(meter: HTMLElement): void {
  meter.setAttribute('aria-valuemin', '0');
  meter.setAttribute('aria-valuemax', '100');
  meter.setAttribute('aria-valuenow', '0');
}

function fill(bar: HTMLElement, share: number): void {
  const percent = String(Math.round(share * 100));
  if (bar.getAttribute('aria-valuenow') === percent) return;
  bar.setAttribute('aria-valuenow', percent);
  style(bar, '--share', share.toFixed(2));
  bar.classList.toggle('low', share < LOW);
}

function charge(pip: HTMLElement, share: number): void {
  const part = Math.max(0, Math.min(1, share));
  pip.setAttribute('aria-valuenow', String(Math.round(part * 100)));
  style(pip, '--share', part.toFixed(2));
  pip.classList.toggle('ready', part >= 1);
}
