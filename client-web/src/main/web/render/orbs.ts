/**
 * Stars that burn, and planets and moons in their light: one square each, painted by its shader.
 */
import type { Place } from '../world/arena.ts';
import { noise } from './noise.ts';
import { neon } from './palette.ts';
import { Program } from './program.ts';
import type { View } from './view.ts';

const CORONA_RADII = 4.5;
const AIR_RADII = 1.5;

const VERTEX = `
uniform vec4 view;
uniform vec4 orb;
out vec2 at;
void main() {
  at = (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0) * orb.w;
  gl_Position = vec4((orb.xy + at * orb.z - view.xy) * view.zw, 0, 1);
}`;

const STAR = `
in vec2 at;
out vec4 light;
uniform float now;
uniform float pixel;
uniform float level;
vec3 disc(float r) {
  float depth = sqrt(max(0.0, 1.0 - r * r));
  vec2 skin = at * (1.0 + 0.35 * (1.0 - depth)) * 3.2;
  vec2 flow = vec2(cloud(skin + now * 0.11, 3), cloud(skin - now * 0.09 + 9.0, 3)) * 2.2;
  float boil = cloud(skin * 1.6 + flow + now * 0.07, 4);
  float grains = cloud(skin * 5.0 - flow * 1.5 - now * 0.16, 3);
  float spots = smoothstep(0.34, 0.5, cloud(skin * 0.8 - flow * 0.4 - now * 0.02, 3));
  float heat = boil + (grains - 0.45) * 0.28;
  vec3 fire = mix(vec3(0.85, 0.10, 0.01), vec3(1.0, 0.42, 0.06), smoothstep(0.22, 0.52, heat));
  fire = mix(fire, vec3(1.0, 0.80, 0.36), smoothstep(0.48, 0.72, heat));
  fire = mix(fire, vec3(1.15, 1.02, 0.80), smoothstep(0.68, 0.86, heat));
  fire *= (0.42 + 1.15 * heat) * mix(vec3(0.62, 0.30, 0.12), vec3(1), spots) * (0.55 + 0.6 * depth);
  return fire + vec3(1.0, 0.30, 0.05) * pow(1.0 - depth, 2.4) * 1.25;
}
// Loops of gas that rise from the limb, and sink again.
float loops(float r, float angle) {
  float sum = 0.0;
  float ragged = cloud(vec2(angle * 12.0, r * 9.0 - now * 0.6), 2);
  for (int i = 0; i < 5; i++) {
    float n = float(i);
    float beat = now * (0.05 + 0.013 * n) + n * 1.7;
    float grow = smoothstep(0.0, 0.3, fract(beat)) * smoothstep(1.0, 0.6, fract(beat));
    float turn = 6.2832 * fract(0.37 * n + 0.61803 * floor(beat));
    float away = abs(mod(angle - turn + 3.1416, 6.2832) - 3.1416);
    vec2 p = vec2(away * 1.05, r - 0.97);
    float high = (0.10 + 0.05 * fract(n * 0.7)) * (0.4 + 0.6 * grow);
    float thick = 0.011 + 0.008 * ragged;
    float arc = abs(length(p * vec2(1.0, 0.82)) - high);
    sum += grow * (smoothstep(thick * 2.2, 0.0, arc) + 0.35 * exp(-arc * 26.0)) * step(0.0, p.y);
  }
  return sum;
}
vec3 corona(float r) {
  float fall = max(0.0, r - 1.0);
  vec2 ring = at / max(r, 1e-3);
  float rays = cloud(ring * 3.6 + vec2(r * 0.6 - now * 0.16, now * 0.05), 4);
  float fine = cloud(ring * 9.0 + vec2(r * 1.2 - now * 0.35, -now * 0.08), 3);
  float flicker = 0.92 + 0.08 * sin(now * 1.3) * sin(now * 0.77);
  float sum = exp(-fall * 13.0) * 0.7 * flicker;
  sum += exp(-fall * (5.6 - 4.6 * rays)) * (0.02 + rays * rays * 1.35) * 0.62;
  sum += exp(-fall * 2.0) * fine * rays * 0.42;
  vec3 glow = mix(vec3(1.0, 0.40, 0.09), vec3(0.62, 0.05, 0.06), smoothstep(0.0, 0.9, fall));
  vec3 arcs = vec3(0);
  if (r < 1.5) arcs = vec3(1.0, 0.32, 0.08) * loops(r, atan(at.y, at.x)) * 0.6;
  return glow * sum * smoothstep(${CORONA_RADII.toFixed(1)}, 1.2, r) + arcs;
}
void main() {
  float r = length(at);
  if (r > ${CORONA_RADII.toFixed(1)}) discard;
  float inside = smoothstep(1.0 + pixel, 1.0 - pixel, r);
  vec3 sum = vec3(0);
  if (inside > 0.0) sum += disc(r) * inside * 1.2;
  if (inside < 1.0) sum += corona(r) * (1.0 - inside);
  light = vec4(sum * level, inside);
}`;

const WORLD = `
in vec2 at;
out vec4 light;
uniform float now;
uniform float pixel;
uniform float seed;
uniform vec2 sun;
uniform vec3 color;
uniform float bands;
void main() {
  float r = length(at);
  if (r > ${AIR_RADII.toFixed(1)}) discard;
  float inside = smoothstep(1.0, 1.0 - pixel * 1.5, r);
  float depth = sqrt(max(0.0, 1.0 - r * r));
  vec3 normal = vec3(at, depth);
  float lit = dot(normal, normalize(vec3(sun, 0.28)));
  float day = smoothstep(-0.12, 0.75, lit);
  vec2 tilted = mat2(0.94, -0.34, 0.34, 0.94) * at;
  float turn = tilted.x / max(depth, 0.25) * 0.35 + now * 0.012;
  float wave = cloud(vec2(turn * 2.0, tilted.y * 3.0) + seed, 4);
  float belt = cloud(vec2(turn * 0.5 + seed, tilted.y * 7.0 + wave * 1.5), 4);
  float rock = cloud(at * 4.5 + seed, 5);
  float craters = smoothstep(0.62, 0.45, rock) * 0.6 + rock * 0.6;
  float skin = mix(craters, belt, bands);
  vec3 ground = mix(color * 0.16, mix(color, vec3(1), 0.22) * 0.62, smoothstep(0.25, 0.7, skin));
  vec3 night = color * 0.012;
  vec3 lands = mix(night, ground, day);
  float rim = pow(1.0 - depth, 2.6);
  lands += mix(color, vec3(1), 0.2) * rim * (0.08 + 1.5 * smoothstep(-0.25, 0.8, lit));
  float fall = max(0.0, r - 1.0);
  float side = smoothstep(-0.35, 0.9, dot(at / max(r, 1e-3), sun));
  vec3 air = color * exp(-fall * 11.0) * (0.03 + 0.5 * side) * (1.0 - inside);
  air *= smoothstep(${AIR_RADII.toFixed(1)}, 1.1, r) * mix(0.35, 1.0, bands);
  light = vec4(lands * inside + air, inside);
}`;

export class Orbs {
  private readonly gl: WebGL2RenderingContext;
  private readonly star: Program;
  private readonly world: Program;
  private readonly empty: WebGLVertexArrayObject;

  constructor(gl: WebGL2RenderingContext, deep: boolean) {
    this.gl = gl;
    this.star = new Program(gl, VERTEX, noise(deep ? 4 : 2) + STAR);
    this.world = new Program(gl, VERTEX, noise(deep ? 5 : 3) + WORLD);
    this.empty = gl.createVertexArray();
  }

  /** `level` scales the light of stars: below 1 where no tone mapping follows. */
  draw(view: View, arena: Place, level: number): void {
    const { gl } = this;
    gl.bindVertexArray(this.empty);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    for (let i = 0; i < arena.bodies.length; i++) {
      const { kind, radius } = arena.bodies[i]!;
      const reach = kind === 'star' ? CORONA_RADII : AIR_RADII;
      if (!this.inView(view, arena.x[i]!, arena.y[i]!, radius * reach)) continue;
      if (kind === 'star') this.paintStar(view, arena, i, level);
      else this.paintWorld(view, arena, i);
    }
  }

  private paintStar(view: View, arena: Place, i: number, level: number): void {
    const radius = arena.bodies[i]!.radius;
    this.square(this.star.use(), view, arena, i, CORONA_RADII)
      .set('pixel', view.pixel / radius)
      .set('level', level);
    this.gl.drawArrays(this.gl.TRIANGLE_STRIP, 0, 4);
  }

  private paintWorld(view: View, arena: Place, i: number): void {
    const { kind, radius, hue } = arena.bodies[i]!;
    const [r, g, b] = neon(hue);
    const tint = kind === 'moon' ? 0.45 : 0.74;
    const grey = (1 - tint) * 0.55;
    const sun = nearestStar(arena, i);
    const [dx, dy] = [arena.x[sun]! - arena.x[i]!, arena.y[sun]! - arena.y[i]!];
    const away = Math.max(1, Math.hypot(dx, dy));
    this.square(this.world.use(), view, arena, i, AIR_RADII)
      .set('pixel', view.pixel / radius)
      .set('seed', 13.7 * i)
      .set('sun', dx / away, dy / away)
      .set('color', grey + r * tint, grey + g * tint, grey + b * tint)
      .set('bands', kind === 'moon' ? 0 : 1);
    this.gl.drawArrays(this.gl.TRIANGLE_STRIP, 0, 4);
  }

  private square(program: Program, view: View, arena: Place, i: number, reach: number): Program {
    return program
      .set('view', view.x, view.y, view.scaleX, view.scaleY)
      .set('orb', arena.x[i]!, arena.y[i]!, arena.bodies[i]!.radius, reach)
      .set('now', view.seconds);
  }

  private inView(view: View, x: number, y: number, reach: number): boolean {
    const across = Math.abs(x - view.x) - reach < 1 / view.scaleX;
    return across && Math.abs(y - view.y) - reach < 1 / view.scaleY;
  }
}

/** Place of the star that lights a body; the first body where there is no star. */
function nearestStar(arena: Place, body: number): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < arena.bodies.length; i++) {
    const away = Math.hypot(arena.x[i]! - arena.x[body]!, arena.y[i]! - arena.y[body]!);
    if (arena.bodies[i]!.kind === 'star' && away < least) [nearest, least] = [i, away];
  }
  return nearest;
}
