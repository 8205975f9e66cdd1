/** Far stars in layers that shift by their depth, and dust nearby that streaks with the flight. */
import { Dice } from './dice.ts';
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

const FLOATS = 8;
const FAR = 620;
const MIDDLE = 240;
const BRIGHT = 26;
const DUST = 150;
const COUNT = FAR + MIDDLE + BRIGHT + DUST;

export class Stars {
  private readonly gl: WebGL2RenderingContext;
  private readonly program: Program;
  private readonly shape: WebGLVertexArrayObject;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
    this.program = new Program(gl, VERTEX, FRAGMENT);
    this.shape = gl.createVertexArray();
    gl.bindVertexArray(this.shape);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, scatter(new Dice(20011)), gl.STATIC_DRAW);
    for (let i = 0; i < 2; i++) {
      gl.enableVertexAttribArray(i);
      gl.vertexAttribPointer(i, 4, gl.FLOAT, false, FLOATS * 4, i * 16);
      gl.vertexAttribDivisor(i, 1);
    }
    gl.bindVertexArray(null);
  }

  draw(view: View): void {
    const { gl } = this;
    gl.bindVertexArray(this.shape);
    this.program
      .use()
      .set('view', view.x, view.y, view.scaleX, view.scaleY)
      .set('flight', view.vx, view.vy)
      .set('pixel', view.pixel)
      .set('now', view.seconds);
    gl.blendFunc(gl.ONE, gl.ONE);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, COUNT);
  }
}

function scatter(dice: Dice): Float32Array {
  const spots = new Float32Array(COUNT * FLOATS);
  for (let i = 0; i < COUNT; i++) {
    const at = i * FLOATS;
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
  return spots;
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
