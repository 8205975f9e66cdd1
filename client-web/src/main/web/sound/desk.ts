/**
 * Where voices meet: one volume, and a limiter behind it, so that a battle is loud and not harsh.
 */
export interface Desk {
  readonly context: BaseAudioContext;
  readonly out: GainNode;
  /** Two seconds of noise, always the same. */
  readonly noise: AudioBuffer;
}

/** The limiter lifts what is quiet; this much is taken back, so that nothing clips. */
const HEADROOM = 0.7;

export function deskOf(context: BaseAudioContext): Desk {
  const limiter = context.createDynamicsCompressor();
  limiter.threshold.value = -14;
  limiter.knee.value = 12;
  limiter.ratio.value = 16;
  limiter.attack.value = 0.001;
  limiter.release.value = 0.18;
  const headroom = context.createGain();
  headroom.gain.value = HEADROOM;
  limiter.connect(headroom).connect(context.destination);
  const out = context.createGain();
  out.connect(limiter);
  return { context, out, noise: noiseOf(context) };
}

function noiseOf(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate * 2, context.sampleRate);
  const samples = buffer.getChannelData(0);
  let state = 22222;
  for (let i = 0; i < samples.length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    samples[i] = state / 0x3fffffff - 1;
  }
  return buffer;
}
