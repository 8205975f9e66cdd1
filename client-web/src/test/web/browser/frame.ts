/** What a picture of the biggest fight costs the main thread and the heap, in a real browser. */
import { Flight } from '../../../main/web/flight.ts';
import { Crowd as People } from '../../../main/web/hud/crowd.ts';
import { Labels } from '../../../main/web/hud/labels.ts';
import { Pilot } from '../../../main/web/input/pilot.ts';
import type { Link } from '../../../main/web/net/link.ts';
import { Stage } from '../../../main/web/render/stage.ts';
import { Cues } from '../../../main/web/sound/cues.ts';
import { crowd, FIRST_TICK } from './crowd.ts';

const PICTURE_MILLIS = 1000 / 60;
const WARM_UP = 120;
/** Pictures after which the card is waited for, so that its queue is not measured. */
const AT_ONCE = 12;

export interface Cost {
  readonly pictures: number;
  readonly particles: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** What each picture leaves to the collector, kB. */
  readonly garbage: number;
}

interface Memory {
  readonly memory?: { readonly usedJSHeapSize: number };
}

/** Draws so many pictures, a sixtieth of a second apart in their own time. */
export async function frame(welcome: Int8Array, pictures: number): Promise<Cost> {
  const { shared, welcome: letter, frame } = crowd(welcome);
  const canvas = document.body.appendChild(document.createElement('canvas'));
  canvas.style.cssText = 'width: 96px; height: 54px';
  const stage = new Stage(canvas, 'low');
  const flight = new Flight(shared, letter);
  const pilot = new Pilot(shared, []);
  const cues = new Cues({ play: () => {}, thrust: () => {} });
  const link = { ready: () => true, send: () => {} } as unknown as Link;
  const people = new People();
  people.people(
    Array.from({ length: 200 }, (_, seat) => ({
      ...{ seat, name: `pilot ${seat}`, bot: false, team: 0, hue: -1, score: 0 },
    })),
  );
  const labels = new Labels(document.body.appendChild(document.createElement('div')), people);
  const costs: number[] = [];
  const grown: number[] = [];
  const start = Math.ceil(performance.now());
  for (let n = 0; n < WARM_UP + pictures; n++) {
    const now = start + n * PICTURE_MILLIS;
    if (n % 2 === 0) frame(FIRST_TICK + n);
    const used = heapBytes();
    const before = performance.now();
    if (n % 2 === 0) flight.snapshot(now);
    flight.command(now, pilot, link, stage.camera);
    flight.advance(now);
    const scene = flight.scene()!;
    cues.take(scene, stage.camera, now);
    stage.draw(scene, flight.arena, now / 1000, PICTURE_MILLIS / 1000);
    labels.place(scene, stage.camera);
    if (n >= WARM_UP) {
      costs.push(performance.now() - before);
      grown.push(heapBytes() - used);
    }
    if (n % AT_ONCE === 0) await settled(canvas);
  }
  costs.sort((a, b) => a - b);
  const at = (part: number) => costs[Math.min(costs.length - 1, Math.floor(part * costs.length))]!;
  const particles = stage.particles();
  return { pictures, particles, p50: at(0.5), p99: at(0.99), worst: at(1), garbage: mean(grown) };
}

/** Not a number where the browser was not started to tell it exactly. */
function heapBytes(): number {
  return (performance as Memory).memory?.usedJSHeapSize ?? Number.NaN;
}

/** Without those pictures in which the collector ran, kB. */
function mean(bytes: readonly number[]): number {
  const grown = bytes.filter((each) => !(each < 0));
  return grown.reduce((sum, each) => sum + each, 0) / grown.length / 1000;
}

/** Lets the card catch up. */
async function settled(canvas: HTMLCanvasElement): Promise<void> {
  const gl = canvas.getContext('webgl2')!;
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  await new Promise((done) => setTimeout(done, 0));
}
