/**
 * The way to the loudspeaker: silent until a gesture, as browsers want it; volume and muting as the
 * player chose. Owned by the page.
 */
import { type Desk, deskOf } from './desk.ts';

export class Speaker {
  private context: AudioContext | null = null;
  private opened: Desk | null = null;
  private level = 0.6;

  listen(page: Window): void {
    const wake = () => {
      this.open();
      void this.context?.resume();
    };
    for (const gesture of ['pointerdown', 'keydown', 'touchend'] as const) {
      page.addEventListener(gesture, wake, { passive: true });
    }
    page.document.addEventListener('visibilitychange', () => {
      if (page.document.hidden) void this.context?.suspend();
      else void this.context?.resume();
    });
  }

  set(volume: number, muted: boolean): void {
    this.level = muted ? 0 : volume * volume;
    this.opened?.out.gain.setTargetAtTime(this.level, this.opened.context.currentTime, 0.03);
  }

  /** Null while nothing may be heard. */
  desk(): Desk | null {
    return this.context?.state === 'running' && this.level > 0 ? this.opened : null;
  }

  private open(): void {
    if (this.context || typeof AudioContext === 'undefined') return;
    this.context = new AudioContext({ latencyHint: 'interactive' });
    this.opened = deskOf(this.context);
    this.opened.out.gain.value = this.level;
  }
}
