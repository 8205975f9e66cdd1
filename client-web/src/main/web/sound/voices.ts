/** What is heard: each voice is made of tones and hiss, and gone when it has sounded. */
import type { Desk } from './desk.ts';

export type Voice =
  | 'shot'
  | 'hit'
  | 'glance'
  | 'clang'
  | 'pop'
  | 'explosion'
  | 'burn'
  | 'jump'
  | 'chime'
  | 'warning'
  | 'triumph';

/** A tone that slides, or hiss whose darkness slides: hertz, seconds, 0..1. */
interface Part {
  readonly sort: 'sine' | 'triangle' | 'square' | 'sawtooth' | 'hiss';
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly loud: number;
  readonly wait?: number;
}

export const VOICES: Readonly<Record<Voice, readonly Part[]>> = {
  shot: [
    { sort: 'sawtooth', from: 920, to: 180, seconds: 0.16, loud: 0.16 },
    { sort: 'hiss', from: 2400, to: 900, seconds: 0.07, loud: 0.1 },
  ],
  hit: [
    { sort: 'hiss', from: 3400, to: 300, seconds: 0.2, loud: 0.42 },
    { sort: 'square', from: 260, to: 70, seconds: 0.14, loud: 0.16 },
  ],
  glance: [
    { sort: 'sine', from: 1480, to: 1180, seconds: 0.34, loud: 0.16 },
    { sort: 'sine', from: 2210, to: 1900, seconds: 0.22, loud: 0.08 },
    { sort: 'hiss', from: 5200, to: 2400, seconds: 0.09, loud: 0.12 },
  ],
  clang: [
    { sort: 'hiss', from: 2600, to: 500, seconds: 0.13, loud: 0.4 },
    { sort: 'triangle', from: 410, to: 330, seconds: 0.3, loud: 0.2 },
    { sort: 'triangle', from: 655, to: 590, seconds: 0.22, loud: 0.12 },
  ],
  pop: [{ sort: 'hiss', from: 1500, to: 260, seconds: 0.12, loud: 0.2 }],
  explosion: [
    { sort: 'hiss', from: 1500, to: 60, seconds: 1.4, loud: 0.7 },
    { sort: 'sine', from: 130, to: 28, seconds: 0.9, loud: 0.6 },
    { sort: 'hiss', from: 4200, to: 1200, seconds: 0.12, loud: 0.3 },
  ],
  burn: [
    { sort: 'hiss', from: 260, to: 2600, seconds: 1.1, loud: 0.45 },
    { sort: 'sine', from: 90, to: 30, seconds: 1.5, loud: 0.5 },
    { sort: 'hiss', from: 5200, to: 700, seconds: 1.6, loud: 0.16, wait: 0.12 },
  ],
  jump: [
    { sort: 'sine', from: 180, to: 1900, seconds: 0.45, loud: 0.2 },
    { sort: 'hiss', from: 400, to: 5000, seconds: 0.4, loud: 0.12 },
  ],
  chime: [
    { sort: 'sine', from: 1180, to: 1180, seconds: 0.18, loud: 0.09 },
    { sort: 'sine', from: 1770, to: 1770, seconds: 0.26, loud: 0.07, wait: 0.05 },
  ],
  warning: [
    { sort: 'triangle', from: 760, to: 740, seconds: 0.09, loud: 0.16 },
    { sort: 'triangle', from: 560, to: 540, seconds: 0.12, loud: 0.16, wait: 0.12 },
  ],
  triumph: [
    { sort: 'triangle', from: 523, to: 523, seconds: 0.28, loud: 0.12 },
    { sort: 'triangle', from: 659, to: 659, seconds: 0.28, loud: 0.12, wait: 0.09 },
    { sort: 'triangle', from: 784, to: 784, seconds: 0.28, loud: 0.12, wait: 0.18 },
  ],
};

/** At the bound further voices are not heard. */
const MOST_PARTS = 32;
const INAUDIBLE = 0.004;
/** The engine's level and darkness: coasting, thrust, boost. */
const ENGINE_LEVELS = [0, 0.16, 0.22] as const;
const ENGINE_HERTZ = [170, 430, 690] as const;

interface Engine {
  readonly gain: GainNode;
  readonly filter: BiquadFilterNode;
}

export class Voices {
  private readonly desk: () => Desk | null;
  private sounding = 0;
  private engine: Engine | null = null;
  private power = 0;

  /** `desk` is null while nothing may be heard. */
  constructor(desk: () => Desk | null) {
    this.desk = desk;
  }

  /** `loud` 0..1, `pan` -1 left to 1 right. */
  play(voice: Voice, loud: number, pan: number): void {
    const desk = this.desk();
    if (!desk) return;
    for (const part of VOICES[voice]) {
      if (part.loud * loud < INAUDIBLE || this.sounding >= MOST_PARTS) continue;
      this.sound(desk, part, loud, pan);
    }
  }

  /** The steady rush of own engine; 0 is off, 1 thrust, 2 boost. */
  thrust(power: 0 | 1 | 2): void {
    if (power === this.power) return;
    const desk = this.desk();
    if (!desk) return;
    this.power = power;
    this.engine ??= startEngine(desk);
    const { currentTime } = desk.context;
    this.engine.gain.gain.setTargetAtTime(ENGINE_LEVELS[power], currentTime, 0.06);
    this.engine.filter.frequency.setTargetAtTime(ENGINE_HERTZ[power], currentTime, 0.08);
  }

  private sound(desk: Desk, part: Part, loud: number, pan: number): void {
    const { context, out } = desk;
    const start = context.currentTime + (part.wait ?? 0);
    const [source, end] = part.sort === 'hiss' ? hiss(desk, part, start) : tone(desk, part, start);
    const gain = context.createGain();
    gain.gain.setValueAtTime(part.loud * loud, start);
    gain.gain.exponentialRampToValueAtTime(0.0005, start + part.seconds);
    const side = context.createStereoPanner();
    side.pan.value = Math.max(-1, Math.min(1, pan));
    end.connect(gain).connect(side).connect(out);
    this.sounding++;
    source.onended = () => {
      this.sounding--;
      side.disconnect();
    };
    source.start(start);
    source.stop(start + part.seconds);
  }
}

type Sounding = readonly [AudioScheduledSourceNode, AudioNode];

function tone({ context }: Desk, part: Part, start: number): Sounding {
  const source = context.createOscillator();
  source.type = part.sort === 'hiss' ? 'sine' : part.sort;
  source.frequency.setValueAtTime(part.from, start);
  source.frequency.exponentialRampToValueAtTime(part.to, start + part.seconds);
  return [source, source];
}

function hiss({ context, noise }: Desk, part: Part, start: number): Sounding {
  const source = context.createBufferSource();
  source.buffer = noise;
  source.loop = true;
  const filter = context.createBiquadFilter();
  filter.type = 'lowpass';
  filter.frequency.setValueAtTime(part.from, start);
  filter.frequency.exponentialRampToValueAtTime(part.to, start + part.seconds);
  source.connect(filter);
  return [source, filter];
}

function startEngine({ context, noise, out }: Desk): Engine {
  const source = context.createBufferSource();
  const filter = context.createBiquadFilter();
  const gain = context.createGain();
  source.buffer = noise;
  source.loop = true;
  filter.type = 'lowpass';
  filter.frequency.value = ENGINE_HERTZ[0];
  gain.gain.value = 0;
  source.connect(filter).connect(gain).connect(out);
  source.start();
  return { gain, filter };
}
