/** Far stars in layers that shift by their depth, and dust nearby that streaks with the flight. */
import { Dice } from './dice.ts';
import { Instances } from './instances.ts';
import { Program } from './program.ts';
import type { View } from './view.ts';

const VERTEX = `
layout(location = 0) in vec4 spot;
layout(location = 1) in vec4 ink;
uniform vec4 view;
uniform vec2 flight;
uniform float pixel;
uniform float now;
out vec2 at;
out vec3 color;
out float pinch;
const float TILE = 2700.0;
void main() {
  at = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  float depth = spot.z;
  vec2 p = mod(spot.xy * TILE - view.xy * depth, TILE) - TILE * 0.5;
  vec2 trail = depth > 0.9 ? flight * 0.028 * depth : vec2(0);
  float len = length(trail);
  vec2 d = len > 1.0 ? trail / len : vec2(1, 0);
  float size = max(spot.w, pixel * 1.1);
  float dim = min(1.0, spot.w / (pixel * 1.1)) * size / (size + len * 0.35);
  pinch = spot.w > 5.0 ? 14.0 : 1.0;
  float twinkle = 0.78 + 0.22 * sin(now * (1.0 + ink.w * 2.5) + ink.w * 60.0);
  color = ink.rgb * twinkle * dim;
  p += d * at.x * (size + len) + vec2(-d.y, d.x) * at.y * size;
  gl_Position = vec4(p * view.zw, 0, 1);
}`;

const FRAGMENT = `
in vec2 at;
in vec3 color;
in float pinch;
out vec4 light;
void main() {
  float soft = max(0.0, 1.0 - dot(at, at));
  float glint = max(0.0, 1.0 - abs(at.x) * 9.0) + max(0.0, 1.0 - abs(at.y) * 9.0);
  float core = max(0.0, 1.0 - dot(at, at) * pinch);
  light = vec4(color * (core * core * 1.3 + glint * soft * soft * soft * (pinch - 1.0) * 0.05), 0);
}`;

const VECTORS = 2;
const FAR = 900;
const MIDDLE = 240;
const BRIGHT = 26;
const DUST = 150;
const COUNT = FAR + MIDDLE + BRIGHT + DUST;

export class Stars {
  private readonly program: Program;
  private readonly all: Instances;

  constructor(gl: WebGL2RenderingContext) {
    this.program = new Program(gl, VERTEX, FRAGMENT);
    this.all = new Instances(gl, COUNT, VECTORS);
    scatter(this.all.floats, this.all.stride, new Dice(20011));
    this.all.bind();
    this.all.send(0, COUNT);
  }

  draw(view: View): void {
    this.all.bind();
    this.program
      .use()
      .set('view', view.x, view.y, view.scaleX, view.scaleY)
      .set('flight', view.vx, view.vy)
      .set('pixel', view.pixel)
      .set('now', view.seconds);
    this.all.draw(0, COUNT);
  }
}

function scatter(spots: Float32Array, stride: number, dice: Dice): void {
  for (let i = 0; i < COUNT; i++) {
    const at = i * stride;
    spots[at] = dice.roll();
    spots[at + 1] = dice.roll();
    const warm = dice.roll();
    const [depth, size, level] = layer(i, dice);
    spots[at + 2] = depth;
    spots[at + 3] = size;
    spots[at + 4] = level * (0.7 + 0.5 * warm);
    spots[at + 5] = level * (0.78 + 0.1 * dice.roll());
    spots[at + 6] = level * (1.25 - 0.6 * warm);
    spots[at + 7] = dice.roll();
  }
}

/** Depth (0 infinitely far, 1 in the plane of flight), size in units, brightness. */
function layer(i: number, dice: Dice): readonly [number, number, number] {
  const chance = dice.roll();
  if (i < FAR) return [0.05 + 0.07 * dice.roll(), 1.3 + chance, 0.12 + 0.4 * chance ** 3];
  if (i < FAR + MIDDLE) return [0.16 + 0.14 * dice.roll(), 1.8 + chance, 0.2 + 0.6 * chance ** 3];
  if (i < FAR + MIDDLE + BRIGHT)
    return [0.1 + 0.1 * dice.roll(), 8 + 7 * chance, 0.9 + 0.8 * chance];
  return [1.0 + 0.45 * dice.roll(), 1.2 + 0.5 * chance, 0.1 + 0.12 * chance];
}
