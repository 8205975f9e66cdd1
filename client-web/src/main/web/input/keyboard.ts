/**
 * Which of the ship's controls the keyboard holds. A key tapped between two samples still counts
 * once; losing focus releases everything. Owned by the page.
 */
import {
  type Action,
  actionsByKey,
  type Bindings,
  CONTROLS,
  type Control,
  DEFAULT_BINDINGS,
} from '../settings/bindings.ts';
import type { Source } from './source.ts';

const STEERING: ReadonlySet<string> = new Set(CONTROLS);

export class Keyboard implements Source {
  readonly hand = 'keys';
  private readonly down = new Set<string>();
  private readonly tapped = new Set<string>();
  private actions: ReadonlyMap<string, Action> = actionsByKey(DEFAULT_BINDINGS);

  bind(bindings: Bindings): void {
    this.actions = actionsByKey(bindings);
    this.releaseAll();
  }

  /** `flying` says whether keys steer just now, or belong to a form. */
  listen(page: Window, flying: () => boolean): void {
    page.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (!flying() || isTyping(event.target)) return;
      if (this.press(event.code)) event.preventDefault();
    });
    page.addEventListener('keyup', (event) => this.release(event.code));
    page.addEventListener('blur', () => this.releaseAll());
    page.document.addEventListener('visibilitychange', () => this.releaseAll());
  }

  /** True if the key steers the ship. */
  press(code: string): boolean {
    const action = this.actions.get(code);
    if (action === undefined || !STEERING.has(action)) return false;
    this.down.add(code);
    this.tapped.add(code);
    return true;
  }

  release(code: string): void {
    this.down.delete(code);
  }

  releaseAll(): void {
    this.down.clear();
    this.tapped.clear();
  }

  holds(control: Control): boolean {
    for (const code of this.down) if (this.actions.get(code) === control) return true;
    for (const code of this.tapped) if (this.actions.get(code) === control) return true;
    return false;
  }

  aimFrom(): number {
    return Number.NaN;
  }

  sampled(): void {
    this.tapped.clear();
  }

  busy(): boolean {
    return this.down.size > 0 || this.tapped.size > 0;
  }
}

/** Keys in a field, or on a button, are for it. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
