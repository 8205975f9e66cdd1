/**
 * Walks the page's menus as a gamepad wishes: the focus goes to the nearest control that way, and
 * what has it is pressed or turned. Owned by the page.
 */
import type { Pad } from '../input/gamepad.ts';
import { type PadWish, PadWishes, type Way } from '../input/pad-wishes.ts';
import { nextBox } from './ways.ts';

/** The topmost menu that is open, from the top. */
const MENUS = ['dialog[open]', '.wheel', '.gatehouse.away', '#lobby'];
const CONTROLS = 'button, input, select, textarea, [role="tab"]';

export interface WalkDoors {
  /** The settings open, or close. */
  menu(): void;
  /** Whatever is in the way of flying goes. */
  back(): void;
  /** What the pad wishes where no menu is open. */
  aloft(wish: PadWish): void;
}

export class PadWalk {
  private readonly wishes = new PadWishes();
  private readonly doors: WalkDoors;

  constructor(doors: WalkDoors) {
    this.doors = doors;
  }

  /** Another hand takes over: what shows where the pad is goes. */
  listen(page: Window): void {
    for (const other of ['keydown', 'pointerdown'] as const) {
      page.addEventListener(other, () => delete document.body.dataset.hand);
    }
  }

  /** Once per picture; true while a menu is open, where a pad does not fly. */
  run(pads: readonly (Pad | null)[], nowMillis: number): boolean {
    for (const wish of this.wishes.read(pads, nowMillis)) this.take(wish);
    return menu() !== null;
  }

  private take(wish: PadWish): void {
    const root = menu();
    if (wish === 'menu') this.doors.menu();
    else if (!root) this.doors.aloft(wish);
    else if (wish === 'back') leave(root, this.doors);
    else if (wish === 'press') press(root);
    else if (wish !== 'scores' && wish !== 'signs') walk(root, wish);
    if (root || menu()) document.body.dataset.hand = 'pad';
  }
}

function leave(root: HTMLElement, doors: WalkDoors): void {
  if (root instanceof HTMLDialogElement) root.close();
  else doors.back();
}

function menu(): HTMLElement | null {
  for (const each of MENUS) {
    const found = document.querySelector<HTMLElement>(each);
    if (found && found.getClientRects().length > 0) return found;
  }
  return null;
}

function press(root: HTMLElement): void {
  const focus = focusIn(root);
  if (focus && !isText(focus)) focus.click();
  else if (!focus) controls(root)[0]?.focus();
}

/** A field that has values takes the ways across for them. */
function walk(root: HTMLElement, way: Way): void {
  const focus = focusIn(root);
  if (focus && turn(focus, way)) return;
  const others = controls(root).filter((each) => each !== focus);
  const boxes = others.map((each) => each.getBoundingClientRect());
  const next = focus ? nextBox(focus.getBoundingClientRect(), boxes, way) : 0;
  others[next]?.focus();
}

function turn(field: HTMLElement, way: Way): boolean {
  const by = way === 'right' ? 1 : way === 'left' ? -1 : 0;
  if (by === 0) return false;
  if (field instanceof HTMLSelectElement) return choose(field, by);
  if (!(field instanceof HTMLInputElement) || field.type !== 'range') return false;
  if (by > 0) field.stepUp();
  else field.stepDown();
  tell(field);
  return true;
}

function choose(field: HTMLSelectElement, by: number): boolean {
  const open = [...field.options].filter((option) => !option.disabled);
  const now = open.findIndex((option) => option.selected);
  const next = open[Math.max(0, Math.min(open.length - 1, now + by))];
  if (!next || next.selected) return true;
  field.value = next.value;
  tell(field);
  return true;
}

function tell(field: HTMLElement): void {
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

function controls(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (each) => each.getClientRects().length > 0 && !each.matches(':disabled'),
  );
}

function focusIn(root: HTMLElement): HTMLElement | null {
  const focus = document.activeElement;
  return focus instanceof HTMLElement && focus !== root && root.contains(focus) ? focus : null;
}

function isText(field: HTMLElement): boolean {
  return field instanceof HTMLTextAreaElement || field.matches('input:not([type])');
}
