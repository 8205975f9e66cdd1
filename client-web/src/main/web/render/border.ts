/**
 * The arena's edge as far as it is in view: a bright arc, a fainter one where hulls drain, and
 * ticks.
 */
import type { Lines } from './lines.ts';
import { BORDER } from './palette.ts';
import type { View } from './view.ts';

const STEP = (2 * Math.PI) / 720;
const DRAIN = 1.1;

export function drawBorder(lines: Lines, view: View, radius: number): void {
  const reach = Math.hypot(1 / view.scaleX, 1 / view.scaleY) + 80;
  const from = Math.hypot(view.x, view.y);
  if (from + reach < radius || from - reach > radius * DRAIN) return;
  const middle = Math.round(Math.atan2(view.y, view.x) / STEP);
  const half = Math.ceil(halfAngleWithin(reach + radius * (DRAIN - 1), radius, from) / STEP);
  const breath = 0.85 + 0.15 * Math.sin(view.seconds * 1.7);
  for (let s = middle - half; s < middle + half; s++) {
    arc(lines, s, radius, 2.2, 0.8 * breath);
    if (s % 2 === 0) arc(lines, s, radius * DRAIN, 1.4, 0.35);
    const [cos, sin] = [Math.cos(s * STEP), Math.sin(s * STEP)];
    const long = s % 10 === 0 ? 34 : 12;
    const outer = radius + 8 + long;
    lines.add(
      cos * (radius + 8),
      sin * (radius + 8),
      cos * outer,
      sin * outer,
      1.2,
      BORDER,
      s % 10 === 0 ? 0.6 : 0.25,
    );
  }
}

/** Half the angle of the circle's part that lies within `reach` of a place `from` its centre. */
function halfAngleWithin(reach: number, radius: number, from: number): number {
  const cos = (radius * radius + from * from - reach * reach) / (2 * radius * Math.max(1, from));
  return Math.acos(Math.max(-1, Math.min(1, cos)));
}

function arc(lines: Lines, step: number, radius: number, width: number, glow: number): void {
  const [a, b] = [step * STEP, (step + 1) * STEP];
  const [x, y] = [Math.cos(a) * radius, Math.sin(a) * radius];
  lines.add(x, y, Math.cos(b) * radius, Math.sin(b) * radius, -width, BORDER, glow);
}
