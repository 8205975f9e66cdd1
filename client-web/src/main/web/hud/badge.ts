/**
 * A pilot in words: a mark in their color, whose shape tells the side, their name, and what they
 * are. Shapes tell as much as colors do.
 */
import { make, style } from '../page/elements.ts';
import { cssColor, seatColor, sideColor } from '../render/palette.ts';
import type { Word } from '../words/en.ts';
import type { Speech } from '../words/speech.ts';
import type { Crowd } from './crowd.ts';

export const SIDE_WORDS: readonly Word[] = ['side1', 'side2', 'side3', 'side4'];

/** The name of a side, counted from 1. */
export function sideName(speech: Speech, side: number): string {
  return speech.say(SIDE_WORDS[(side - 1) % SIDE_WORDS.length]!);
}

/** Name and mark of a pilot, for a line of words. */
export function badge(parent: Element, crowd: Crowd, seat: number): HTMLElement {
  const badge = make('b', parent, { class: crowd.isBot(seat) ? 'badge bot' : 'badge' });
  style(badge, 'color', cssColor(seatColor(seat)));
  mark(badge, crowd.side(seat));
  make('span', badge, { text: crowd.name(seat) });
  return badge;
}

export function sideBadge(parent: Element, speech: Speech, side: number): HTMLElement {
  const badge = make('b', parent, { class: 'badge' });
  style(badge, 'color', cssColor(sideColor(side)));
  mark(badge, side);
  make('span', badge, { text: sideName(speech, side) });
  return badge;
}

/** A side's sign alone: its shape, in its color. */
export function sideMark(parent: Element, side: number): void {
  const sign = make('i', parent, { class: 'mark' });
  sign.dataset.side = String(side);
  style(sign, 'color', cssColor(sideColor(side)));
}

function mark(parent: Element, side: number): void {
  make('i', parent, { class: 'mark' }).dataset.side = String(side);
}
