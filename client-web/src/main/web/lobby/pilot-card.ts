/** Who flies: a name, a colour, and the one big button. Owned by the lobby. */
import { guestName } from '../net/papers.ts';
import { make, show, style, write } from '../page/elements.ts';
import { cssColor, neon } from '../render/palette.ts';
import { SILHOUETTES } from '../render/silhouettes.ts';
import type { Choices } from '../settings/choices.ts';
import { MOST_NAME_LENGTH } from '../settings/settings.ts';

export class PilotCard {
  private readonly choices: Choices;
  private readonly play: HTMLButtonElement;
  private readonly problem: HTMLElement;
  private readonly preview: SVGSVGElement;

  constructor(parent: Element, choices: Choices, fly: () => void) {
    this.choices = choices;
    const form = make('form', parent, { class: 'card pilot' });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      fly();
    });
    this.preview = this.ship(form);
    this.nameField(form);
    this.hueField(form);
    this.play = make('button', form, { class: 'play', say: 'play' });
    this.play.type = 'submit';
    this.problem = make('p', form, { class: 'problem', role: 'alert' });
    this.problem.hidden = true;
    make('p', form, { class: 'note key-note', say: 'playHint' });
    make('p', form, { class: 'note pad-note', say: 'padNote' });
  }

  focus(): void {
    this.play.focus({ preventScroll: true });
  }

  /** Why one cannot fly; empty if nothing is wrong. */
  say(words: string): void {
    write(this.problem, words);
    show(this.problem, words !== '');
  }

  private nameField(form: Element): void {
    const label = make('label', form);
    make('span', label, { say: 'name' });
    const field = make('input', label);
    field.maxLength = MOST_NAME_LENGTH;
    field.setAttribute('autocomplete', 'nickname');
    field.spellcheck = false;
    field.value = this.choices.now().name;
    field.placeholder = guestName(Math.random(), sessionStorage);
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
      const color = cssColor(neon(hue));
      style(this.preview, '--hue', color);
      style(field, '--thumb', color);
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
}
