/**
 * Which of the ship's controls the keyboard holds. A key tapped between two samples still counts
 * once; losing focus releases everything. Owned by the page.
 */
export type Control = 'left' | 'right' | 'thrust' | 'brake' | 'boost' | 'fire' | 'jump';

/** By place on the keyboard, not by letter, so that WASD is the same square on every layout. */
const CONTROLS: Readonly<Record<string, Control>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'thrust',
  ArrowDown: 'brake',
  KeyA: 'left',
  KeyD: 'right',
  KeyW: 'thrust',
  KeyS: 'brake',
  ShiftLeft: 'boost',
  ShiftRight: 'boost',
  Space: 'fire',
  KeyH: 'jump',
  KeyE: 'jump',
};

export class Keyboard {
  private readonly down = new Set<string>();
  private readonly tapped = new Set<string>();
  private touched = false;

  listen(page: Window): void {
    page.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      if (this.press(event.code)) event.preventDefault();
    });
    page.addEventListener('keyup', (event) => this.release(event.code));
    page.addEventListener('blur', () => this.releaseAll());
    page.document.addEventListener('visibilitychange', () => this.releaseAll());
  }

  /** True if the key steers the ship. */
  press(code: string): boolean {
    if (CONTROLS[code] === undefined) return false;
    this.down.add(code);
    this.tapped.add(code);
    this.touched = true;
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
    for (const code of this.down) if (CONTROLS[code] === control) return true;
    for (const code of this.tapped) if (CONTROLS[code] === control) return true;
    return false;
  }

  /** The taps were put into a command. */
  sampled(): void {
    this.tapped.clear();
  }

  wasUsed(): boolean {
    return this.touched;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
