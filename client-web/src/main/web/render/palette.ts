/** Colors in linear light: one hue per seat, far apart from its neighbours. */
import type { Color } from './particles.ts';

const GOLDEN_DEGREES = 137.508;
const FIRST_DEGREES = 188;
const SEATS = 256;
/** Told apart by people who see few colors: blue, orange, sky, yellow, rose, green, violet. */
const SAFE: readonly Color[] = [
  [0.1, 0.55, 1.3],
  [1.3, 0.5, 0.02],
  [0.45, 0.95, 1.25],
  [1.15, 1.05, 0.15],
  [1.15, 0.5, 0.85],
  [0.05, 0.95, 0.55],
  [0.6, 0.35, 1.35],
  [0.85, 0.85, 0.85],
];
/** The sides of a match: azure, amber, jade and rose, told apart by everybody. */
const SIDES: readonly Color[] = [
  [0.1, 0.6, 1.35],
  [1.3, 0.6, 0.05],
  [0.1, 1.05, 0.55],
  [1.25, 0.35, 0.8],
];
const bySeat: Color[] = Array.from({ length: SEATS }, (_, seat) => neonOf(seat));
const chosen = new Map<number, Color>();
const sides = new Map<number, number>();
let safe = false;

export function seatColor(seat: number): Color {
  return bySeat[((seat % SEATS) + SEATS) % SEATS]!;
}

/** Which palette the page is drawn in: `safe` for people who tell few colors apart. */
export function choosePalette(safeColors: boolean): void {
  safe = safeColors;
  for (let seat = 0; seat < SEATS; seat++) repaint(seat);
}

/** A pilot's own choice of color for a seat; the safe palette overrules it. */
export function paint(seat: number, color: Color): void {
  chosen.set(seat % SEATS, color);
  repaint(seat % SEATS);
}

/** Whoever flies for a side wears its color, whatever they would rather; 0 is none. */
export function enlist(seat: number, side: number): void {
  if (side > 0) sides.set(seat % SEATS, side);
  else sides.delete(seat % SEATS);
  repaint(seat % SEATS);
}

/** Which side a seat flies for; 0 is none. */
export function sideOf(seat: number): number {
  return sides.get(seat % SEATS) ?? 0;
}

export function sideColor(side: number): Color {
  return SIDES[(side - 1) % SIDES.length] ?? WHITE;
}

/** Another room: nobody there has chosen yet. */
export function unpaint(): void {
  const seats = [...chosen.keys(), ...sides.keys()];
  chosen.clear();
  sides.clear();
  for (const seat of seats) repaint(seat);
}

/** A light of the picture as the page's own color. */
export function cssColor([r, g, b]: Color): string {
  const most = Math.max(1, r, g, b);
  const part = (value: number) => Math.round(255 * (value / most) ** (1 / 2.2));
  return `rgb(${part(r)} ${part(g)} ${part(b)})`;
}

function repaint(seat: number): void {
  const side = sides.get(seat);
  const own = safe ? SAFE[seat % SAFE.length]! : (chosen.get(seat) ?? neonOf(seat));
  bySeat[seat] = side ? sideColor(side) : own;
}

function neonOf(seat: number): Color {
  return neon(FIRST_DEGREES + seat * GOLDEN_DEGREES);
}

/** A saturated light of about the same brightness for each hue. */
export function neon(degrees: number): Color {
  const channel = (shift: number) => {
    const wave = 0.5 + 0.5 * Math.cos(((degrees - shift) * Math.PI) / 180);
    return 0.06 + 0.94 * wave ** 1.6;
  };
  const [r, g, b] = [channel(0), channel(120), channel(240)];
  const level = 0.62 / (0.3 * r + 0.5 * g + 0.2 * b);
  return [r * level, g * level, b * level];
}

export const FLAME: Color = [1.0, 0.55, 0.18];
export const BOOST_FLAME: Color = [0.35, 0.65, 1.0];
export const EMBER: Color = [1.0, 0.36, 0.08];
export const WHITE: Color = [0.9, 0.95, 1.0];
export const SHARD: Color = [0.55, 1.0, 0.75];
export const BORDER: Color = [1.0, 0.22, 0.35];
