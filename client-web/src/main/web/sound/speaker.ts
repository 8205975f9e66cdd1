/**
 * The way to the loudspeaker: silent until a gesture, as browsers want it; volume and muting as the
 * player chose. Owned by the page.
 */
export class Speaker {
  private context: AudioContext | null = null;
  private master: GainNode | null = null;
  private noise: AudioBuffer | null = null;
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
    if (this.master && this.context) {
      this.master.gain.setTargetAtTime(this.level, this.context.currentTime, 0.03);
    }
  }

  /** Null while nothing may be heard. */
  desk(): { context: AudioContext; out: AudioNode; noise: AudioBuffer } | null {
    const { context, master, noise } = this;
    if (!context || !master || !noise || context.state !== 'running' || this.level === 0) {
      return null;
    }
    return { context, out: master, noise };
  }

  private open(): void {
    if (this.context || typeof AudioContext === 'undefined') return;
    const context = new AudioContext({ latencyHint: 'interactive' });
    const limiter = context.createDynamicsCompressor();
    limiter.connect(context.destination);
    const master = context.createGain();
    master.gain.value = this.level;
    master.connect(limiter);
    [this.context, this.master, this.noise] = [context, master, hiss(context)];
  }
}

/** Two seconds of noise, always the same. */
function hiss(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate * 2, context.sampleRate);
  const samples = buffer.getChannelData(0);
  let state = 22222;
  for (let i = 0; i < samples.length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    samples[i] = state / 0x3fffffff - 1;
  }
  return buffer;
}
