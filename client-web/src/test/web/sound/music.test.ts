import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../main/web/sound/desk.ts';
import { Music } from '../../../main/web/sound/music.ts';

/** An orchestra that only notes when its tones begin and end. */
class Orchestra {
  currentTime = 0;
  readonly tones: { from: number; to: number }[] = [];

  createGain() {
    const gain = {
      value: 1,
      setTargetAtTime: (value: number) => {
        gain.value = value;
      },
      setValueAtTime: () => {},
      exponentialRampToValueAtTime: () => {},
    };
    return { context: this, gain, connect: (next: unknown) => next, disconnect: () => {} };
  }

  createBiquadFilter() {
    return { type: '', frequency: { value: 0 }, connect: (next: unknown) => next };
  }

  createOscillator() {
    const tone = { from: 0, to: 0 };
    return {
      type: '',
      frequency: { value: 0 },
      connect: (next: unknown) => next,
      start: (at: number) => {
        tone.from = at;
        this.tones.push(tone);
      },
      stop: (at: number) => {
        tone.to = at;
      },
    };
  }
}

describe('music', () => {
  const orchestra = () => new Orchestra();
  const deskOf = (context: Orchestra) =>
    ({ context, out: context.createGain(), noise: null }) as unknown as Desk;

  function played(context: Orchestra, seconds: number, music: Music): void {
    for (let i = 0; i < seconds; i++) {
      context.currentTime++;
      music.turn();
    }
  }

  it('is not heard by who did not ask for it', () => {
    const context = orchestra();
    played(context, 60, new Music(() => deskOf(context)));
    expect(context.tones).toEqual([]);
  });

  it('goes on without a gap, and never more than two chords at once', () => {
    const context = orchestra();
    const music = new Music(() => deskOf(context));
    music.set(true);
    played(context, 120, music);
    for (let at = 0.5; at < 120; at++) {
      const sounding = context.tones.filter(({ from, to }) => from <= at && at < to).length;
      expect(sounding).toBeGreaterThanOrEqual(8);
      expect(sounding).toBeLessThanOrEqual(16);
    }
  });

  it('ends with the chord that is played when it is wanted no more', () => {
    const context = orchestra();
    const music = new Music(() => deskOf(context));
    music.set(true);
    played(context, 30, music);
    music.set(false);
    const so = context.tones.length;
    played(context, 60, music);
    expect(context.tones.length).toBe(so);
  });

  it('waits for a gesture, and begins at once after it', () => {
    const context = orchestra();
    let desk: Desk | null = null;
    const music = new Music(() => desk);
    music.set(true);
    played(context, 5, music);
    expect(context.tones).toEqual([]);
    desk = deskOf(context);
    played(context, 1, music);
    expect(context.tones.length).toBe(8);
  });
});
