/** Every voice, rendered without a loudspeaker and measured, in a real browser. */
import { deskOf } from '../../../main/web/sound/desk.ts';
import { VOICES, type Voice, Voices } from '../../../main/web/sound/voices.ts';

const RATE = 44_100;
const SECONDS = 2.6;
const QUIET_SECONDS = 0.5;

export interface Sound {
  readonly peak: number;
  readonly left: number;
  readonly right: number;
  /** Share of the energy below 400 hertz. */
  readonly low: number;
  /** What is still heard at the end. */
  readonly rest: number;
}

export const names = Object.keys(VOICES) as Voice[];

/** As loud as can be, `pan` -1 left to 1 right. */
export async function hear(voice: Voice, pan: number): Promise<Sound> {
  return render((voices) => voices.play(voice, 1, pan));
}

/** Own engine under boost. */
export async function hearEngine(): Promise<Sound> {
  return render((voices) => voices.thrust(2));
}

/** Everything at once, close by. */
export async function hearBattle(): Promise<Sound> {
  return render((voices) => {
    voices.thrust(2);
    for (let i = 0; i < 4; i++) for (const name of names) voices.play(name, 1, (i - 1.5) / 2);
  });
}

async function render(play: (voices: Voices) => void): Promise<Sound> {
  const context = new OfflineAudioContext(2, RATE * SECONDS, RATE);
  const desk = deskOf(context);
  const voices = new Voices(() => desk);
  // A limiter that has just begun holds everything down: it is given a moment of silence.
  void context.suspend(QUIET_SECONDS).then(() => {
    play(voices);
    return context.resume();
  });
  const [left, right] = await context
    .startRendering()
    .then((heard) => [heard.getChannelData(0), heard.getChannelData(1)]);
  return measure(left!, right!);
}

function measure(left: Float32Array, right: Float32Array): Sound {
  let [peak, sumLeft, sumRight, sumLow, smooth, rest] = [0, 0, 0, 0, 0, 0];
  const share = 1 - Math.exp((-2 * Math.PI * 400) / RATE);
  for (let i = 0; i < left.length; i++) {
    const [l, r] = [left[i]!, right[i]!];
    smooth += ((l + r) / 2 - smooth) * share;
    peak = Math.max(peak, Math.abs(l), Math.abs(r));
    sumLeft += l * l;
    sumRight += r * r;
    sumLow += smooth * smooth;
    if (i > left.length * 0.95) rest = Math.max(rest, Math.abs(l), Math.abs(r));
  }
  const rms = (sum: number) => Math.sqrt(sum / left.length);
  const low = sumLow / Math.max(1e-12, (sumLeft + sumRight) / 2);
  return { peak, left: rms(sumLeft), right: rms(sumRight), low, rest };
}
