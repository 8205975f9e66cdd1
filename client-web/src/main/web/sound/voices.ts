/** What is heard: each voice is made of oscillators and noise, and gone when it has sounded. */
import type { Speaker } from './speaker.ts';

/** At the bound further voices are not heard. */
const MOST_VOICES = 24;

export class Voices {
  private readonly speaker: Speaker;
  private sounding = 0;
  private engine: {
    gain: GainNode;
    filter: BiquadFilterNode;
    source: AudioBufferSourceNode;
  } | null = null;

  constructor(speaker: Speaker) {
    this.speaker = speaker;
  }

  /** `loud` 0..1, `pan` -1 left to 1 right. */
  shot(loud: number, pan: number): void {
    this.tone('sawtooth', 920, 180, 0.16, 0.16 * loud, pan);
    this.burst(2400, 900, 0.07, 0.1 * loud, pan);
  }

  hit(loud: number, pan: number): void {
    this.burst(1900, 300, 0.16, 0.32 * loud, pan);
    this.tone('square', 300, 90, 0.1, 0.1 * loud, pan);
  }

  explosion(loud: number, pan: number): void {
    this.burst(1200, 60, 1.3, 0.7 * loud, pan);
    this.tone('sine', 130, 28, 0.9, 0.6 * loud, pan);
  }

  jump(): void {
    this.tone('sine', 180, 1900, 0.45, 0.2, 0);
    this.burst(400, 5000, 0.4, 0.12, 0);
  }

  warning(): void {
    this.tone('triangle', 760, 740, 0.09, 0.16, 0);
    this.tone('triangle', 560, 540, 0.12, 0.16, 0, 0.12);
  }

  triumph(): void {
    [523, 659, 784].forEach((hertz, i) => {
      this.tone('triangle', hertz, hertz, 0.28, 0.12, 0, i * 0.09);
    });
  }

  /** The steady rush of own engine; 0 is off, 1 thrust, 2 boost. */
  thrust(power: number): void {
    const desk = this.speaker.desk();
    if (!desk) return;
    const { context, out, noise } = desk;
    if (!this.engine) {
      if (power === 0) return;
      const source = context.createBufferSource();
      const filter = context.createBiquadFilter();
      const gain = context.createGain();
      source.buffer = noise;
      source.loop = true;
      filter.type = 'lowpass';
      gain.gain.value = 0;
      source.connect(filter).connect(gain).connect(out);
      source.start();
      this.engine = { gain, filter, source };
    }
    const level = power === 0 ? 0 : 0.1 + 0.06 * power;
    this.engine.gain.gain.setTargetAtTime(level, context.currentTime, 0.06);
    this.engine.filter.frequency.setTargetAtTime(170 + 260 * power, context.currentTime, 0.08);
  }

  private tone(
    sort: OscillatorType,
    from: number,
    to: number,
    seconds: number,
    loud: number,
    pan: number,
    wait = 0,
  ): void {
    this.voice(seconds, loud, pan, wait, (context, start) => {
      const source = context.createOscillator();
      source.type = sort;
      source.frequency.setValueAtTime(from, start);
      source.frequency.exponentialRampToValueAtTime(Math.max(1, to), start + seconds);
      return [source, source];
    });
  }

  private burst(from: number, to: number, seconds: number, loud: number, pan: number): void {
    const desk = this.speaker.desk();
    if (!desk) return;
    this.voice(seconds, loud, pan, 0, (context, start) => {
      const source = context.createBufferSource();
      source.buffer = desk.noise;
      source.loop = true;
      const filter = context.createBiquadFilter();
      filter.type = 'lowpass';
      filter.frequency.setValueAtTime(from, start);
      filter.frequency.exponentialRampToValueAtTime(to, start + seconds);
      source.connect(filter);
      return [source, filter];
    });
  }

  private voice(
    seconds: number,
    loud: number,
    pan: number,
    wait: number,
    build: (context: AudioContext, start: number) => readonly [AudioScheduledSourceNode, AudioNode],
  ): void {
    const desk = this.speaker.desk();
    if (!desk || loud < 0.004 || this.sounding >= MOST_VOICES) return;
    const { context, out } = desk;
    const start = context.currentTime + wait;
    const [source, end] = build(context, start);
    const gain = context.createGain();
    gain.gain.setValueAtTime(loud, start);
    gain.gain.exponentialRampToValueAtTime(0.0005, start + seconds);
    const side = context.createStereoPanner();
    side.pan.value = Math.max(-1, Math.min(1, pan));
    end.connect(gain).connect(side).connect(out);
    this.sounding++;
    source.onended = () => {
      this.sounding--;
      side.disconnect();
    };
    source.start(start);
    source.stop(start + seconds);
  }
}
