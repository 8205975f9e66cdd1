/** A graphics card that forgets everything, and remembers again, in a real browser. */
import * as shared from '#shared';
import { Backdrop } from '../../../main/web/lobby/backdrop.ts';
import { Stage } from '../../../main/web/render/stage.ts';

export interface Light {
  /** Mean brightness of the picture, 0..255: before, while lost, and after. */
  readonly before: number;
  readonly after: number;
  readonly lost: boolean;
  readonly quality: readonly string[];
}

/** Paints at every quality, loses the card's memory, paints on, gets it back and paints again. */
export async function lose(): Promise<Light> {
  const canvas = document.body.appendChild(document.createElement('canvas'));
  canvas.style.cssText = 'width: 96px; height: 54px';
  const stage = new Stage(canvas, 'low');
  const backdrop = new Backdrop(shared);
  const sky = backdrop.sky();
  const gl = canvas.getContext('webgl2')!;
  const memory = gl.getExtension('WEBGL_lose_context')!;
  let seconds = 1;
  const paint = () => {
    seconds += 1 / 60;
    backdrop.advance(seconds);
    stage.gaze = { x: 0, y: 0, vx: 0, vy: 0, zoom: 0.6 };
    stage.draw(sky, backdrop, seconds, 1 / 60);
    return brightness(gl, canvas);
  };
  const quality: string[] = [];
  for (const level of ['low', 'high']) {
    stage.choose(level);
    if (paint() > 3) quality.push(level);
  }
  const before = paint();
  const gone = new Promise((done) => canvas.addEventListener('webglcontextlost', done));
  memory.loseContext();
  await gone;
  // Whether it may come back is settled when all have heard of the loss.
  await new Promise((done) => setTimeout(done, 0));
  const lost = gl.isContextLost();
  paint();
  const back = new Promise((done) => canvas.addEventListener('webglcontextrestored', done));
  memory.restoreContext();
  await back;
  return { before, after: paint(), lost, quality };
}

function brightness(gl: WebGL2RenderingContext, { width, height }: HTMLCanvasElement): number {
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  let sum = 0;
  for (let i = 0; i < pixels.length; i += 4) sum += pixels[i]! + pixels[i + 1]! + pixels[i + 2]!;
  return sum / (width * height * 3);
}
