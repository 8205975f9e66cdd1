/**
 * Deep space: clouds of gas far behind (drawn small, they are soft), and over them a faint net of
 * lines which the masses pull out of shape, so that both motion and gravity can be seen.
 */
import { noise } from './noise.ts';
import { Program, WHOLE } from './program.ts';
import { Target } from './target.ts';
import type { View } from './view.ts';

export const MOST_MASSES = 8;

const CLOUDS = `
in vec2 at;
out vec4 light;
uniform vec4 view;
void main() {
  vec2 p = view.xy * 0.16 + (at * 2.0 - 1.0) / view.zw;
  vec2 q = p * 0.0011;
  vec2 bend = vec2(cloud(q + 3.1, 3), cloud(q - 7.7, 3)) - 0.5;
  float gas = cloud(q * 1.3 + bend * 1.9, 5);
  float veil = cloud(q * 0.7 - bend * 1.2 + 40.0, 4);
  float dark = cloud(q * 2.4 + bend * 1.4 - 20.0, 4);
  float wisp = cloud(q * 4.2 + bend * 3.4 + 70.0, 4);
  float body = smoothstep(0.42, 0.86, gas) * smoothstep(0.85, 0.3, dark);
  float teal = smoothstep(0.45, 0.9, veil) * smoothstep(0.7, 0.35, dark);
  vec3 color = mix(vec3(0.007, 0.009, 0.024), vec3(0.014, 0.008, 0.028), gas);
  color += vec3(0.07, 0.026, 0.16) * body * (0.65 + 0.7 * wisp);
  color += vec3(0.008, 0.075, 0.105) * teal * (0.6 + 0.9 * wisp);
  color += vec3(0.30, 0.05, 0.13) * pow(body, 1.8) * smoothstep(0.42, 0.68, veil);
  color += vec3(0.24, 0.13, 0.05) * pow(body, 3.0) * smoothstep(0.5, 0.75, wisp) * 0.8;
  color += vec3(0.05, 0.10, 0.16) * smoothstep(0.52, 0.8, wisp) * smoothstep(0.35, 0.6, gas) * 0.35;
  light = vec4(color * 0.68, 1);
}`;

const NET = `
in vec2 at;
out vec4 light;
uniform sampler2D clouds;
uniform vec4 view;
uniform float pixel;
uniform float border;
uniform float level;
uniform vec4 masses[${MOST_MASSES}];
float net(vec2 p, float cell, float width) {
  vec2 d = abs(fract(p / cell - 0.5) - 0.5) * cell;
  vec2 l = smoothstep(width + pixel, width * 0.2, d);
  return max(l.x, l.y);
}
void main() {
  vec2 p = view.xy + (at * 2.0 - 1.0) / view.zw;
  vec2 pulled = p;
  float near = 0.0;
  vec3 warmth = vec3(0);
  for (int i = 0; i < ${MOST_MASSES}; i++) {
    float r = masses[i].z;
    if (r <= 0.0) break;
    vec2 d = p - masses[i].xy;
    float well = r * r / (dot(d, d) + r * r * 0.8);
    pulled += d * well * 1.15;
    near += well * step(1.0, r);
    warmth += masses[i].w * vec3(1.0, 0.5, 0.2) * well * 0.05;
  }
  float from = length(p);
  float inside = smoothstep(border + 60.0, border - 260.0, from);
  float lines = net(pulled, 100.0, 0.7) * 0.35 + net(pulled, 500.0, 1.2) * 0.8;
  vec3 net = mix(vec3(0.02, 0.05, 0.11), vec3(0.10, 0.05, 0.03), clamp(near * 1.6, 0.0, 1.0));
  vec3 color = texture(clouds, at).rgb + warmth;
  color += net * lines * inside * (0.35 + near * 1.5);
  float beyond = smoothstep(border, border * 1.1, from);
  color *= level;
  color = mix(color, color * vec3(0.9, 0.35, 0.4) + vec3(0.012, 0.001, 0.003), beyond);
  light = vec4(color, 1);
}`;

export class Sky {
  private readonly gl: WebGL2RenderingContext;
  private readonly clouds: Program;
  private readonly net: Program;
  private readonly small: Target;
  private readonly shrink: number;
  private readonly empty: WebGLVertexArrayObject;

  constructor(gl: WebGL2RenderingContext, deep: boolean) {
    this.gl = gl;
    this.clouds = new Program(gl, WHOLE, noise(deep ? 5 : 2) + CLOUDS);
    this.net = new Program(gl, WHOLE, NET);
    this.small = new Target(gl, deep);
    this.shrink = deep ? 4 : 10;
    this.empty = gl.createVertexArray();
  }

  /** Before the picture's own target is bound. */
  prepare(view: View, width: number, height: number): void {
    const { gl } = this;
    this.small.resize(width / this.shrink, height / this.shrink);
    this.small.bind();
    gl.disable(gl.BLEND);
    gl.bindVertexArray(this.empty);
    this.clouds.use().set('view', view.x, view.y, view.scaleX, view.scaleY);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.enable(gl.BLEND);
  }

  /** `masses`: x, y, radius and warmth of each body, units. Overwrites the whole target. */
  draw(view: View, borderUnits: number, masses: Float32Array, level: number): void {
    const { gl } = this;
    gl.bindVertexArray(this.empty);
    gl.disable(gl.BLEND);
    this.net
      .use()
      .set('view', view.x, view.y, view.scaleX, view.scaleY)
      .set('pixel', view.pixel)
      .set('border', borderUnits)
      .set('level', level)
      .list4('masses', masses)
      .texture('clouds', 0, this.small.texture);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.enable(gl.BLEND);
  }
}
