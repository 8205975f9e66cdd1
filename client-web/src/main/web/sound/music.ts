/**
 * Slow music for who wants it: chords that fade into each other, each made as it is due. Owned by
 * the page, which gives it a turn every second.
 */
import type { Desk } from './desk.ts';

/** Halftones over the root; a chord keeps a tone of the one before. */
const CHORDS: readonly (readonly number[])[] = [
  [0, 7, 15, 22],
  [-4, 8, 15, 24],
  [3, 10, 15, 19],
  [-2, 5, 14, 22],
];
const ROOT_HERTZ = 110;
const CHORD_SECONDS = 8;
const FADE_SECONDS = 3;
/** A chord is made so long before it begins. */
const AHEAD_SECONDS = 2;
/** Each tone is two, so far apart in cents that they beat slowly. */
const CENTS = [-4, 4];
const LOUD = 0.035;
const DARK_HERTZ = 900;
const SILENT = 0.0001;

export class Music {
  private readonly desk: () => Desk | null;
  private wanted = false;
  private next = 0;
  private dueSeconds = 0;
  private out: GainNode | null = null;

  constructor(desk: () => Desk | null) {
    this.desk = desk;
  }

  set(wanted: boolean): void {
    this.wanted = wanted;
    const { out } = this;
    out?.gain.setTargetAtTime(wanted ? 1 : 0, out.context.currentTime, 0.5);
    this.turn();
  }

  /** Makes the next chord if it is due. */
  turn(): void {
    const desk = this.wanted ? this.desk() : null;
    if (!desk) return;
    const now = desk.context.currentTime;
    if (now < this.dueSeconds - AHEAD_SECONDS) return;
    this.out ??= outOf(desk);
    const begin = Math.max(now, this.dueSeconds);
    for (const halftones of CHORDS[this.next % CHORDS.length]!) {
      for (const cents of CENTS) tone(desk, this.out, halftones + cents / 100, begin);
    }
    this.next++;
    this.dueSeconds = begin + CHORD_SECONDS;
  }
}

function outOf({ context, out }: Desk): GainNode {
  const gain = context.createGain();
  const filter = context.createBiquadFilter();
  filter.type = 'lowpass';
  filter.frequency.value = DARK_HERTZ;
  gain.connect(filter).connect(out);
  return gain;
}

/** One tone, which fades in, stays, and is gone when the chord after it is there. */
function tone({ context }: Desk, out: GainNode, halftones: number, begin: number): void {
  const source = context.createOscillator();
  source.type = 'triangle';
  source.frequency.value = ROOT_HERTZ * 2 ** (halftones / 12);
  const gain = context.createGain();
  gain.gain.setValueAtTime(SILENT, begin);
  gain.gain.exponentialRampToValueAtTime(LOUD, begin + FADE_SECONDS);
  gain.gain.setValueAtTime(LOUD, begin + CHORD_SECONDS);
  gain.gain.exponentialRampToValueAtTime(SILENT, begin + CHORD_SECONDS + FADE_SECONDS);
  source.connect(gain).connect(out);
  source.onended = () => gain.disconnect();
  source.start(begin);
  source.stop(begin + CHORD_SECONDS + FADE_SECONDS);
}
