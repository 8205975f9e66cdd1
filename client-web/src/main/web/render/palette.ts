/** Colors in linear light: one hue per seat, far apart from its neighbours. */
import type { Color } from './particles.ts';

const GOLDEN_DEGREES = 137.508;
const FIRST_DEGREES = 188;
const SEATS = 256;
const bySeat: readonly Color[] = Array.from({ length: SEATS }, (_, seat) =>
  neon(FIRST_DEGREES + seat * GOLDEN_DEGREES),
);

export function seatColor(seat: number): Color {
  return bySeat[((seat % SEATS) + SEATS) % SEATS]!;
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
