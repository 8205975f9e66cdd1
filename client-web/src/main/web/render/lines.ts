/** Glowing additive lines: one instanced draw from one Float32Array. Owned by the stage. */
import { Instances } from './instances.ts';
import type { Color } from './particles.ts';
import { Program } from './program.ts';
import type { View } from './view.ts';

const VERTEX = `
layout(location = 0) in vec4 ends;
layout(location = 1) in vec4 ink;
uniform vec4 view;
uniform float pixel;
out vec2 along;
out float span;
out float thick;
out vec3 color;
void main() {
  vec2 q = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  vec2 way = ends.zw - ends.xy;
  float len = max(length(way), 1e-4);
  vec2 d = way / len;
  float width = abs(ink.w);
  thick = max(width, pixel * 0.75);
  float reach = thick * 5.0 + pixel;
  along = vec2(q.x * (len * 0.5 + (ink.w < 0.0 ? 0.0 : reach)), q.y * reach);
  span = len * 0.5;
  color = ink.rgb * min(1.0, width / (pixel * 0.75));
  vec2 p = (ends.xy + ends.zw) * 0.5 + d * along.x + vec2(-d.y, d.x) * along.y;
  gl_Position = vec4((p - view.xy) * view.zw, 0, 1);
}`;

const FRAGMENT = `
in vec2 along;
in float span;
in float thick;
in vec3 color;
out vec4 light;
uniform float halo;
void main() {
  float d = length(vec2(max(abs(along.x) - span, 0.0), along.y)) / thick;
  float core = smoothstep(1.25, 0.35, d);
  float edge = clamp(1.0 - d / 5.0, 0.0, 1.0);
  float glow = edge * edge * edge * halo;
  light = vec4(color * (core + glow) + vec3(dot(color, vec3(0.3))) * core * core * 0.45, 0);
}`;

const VECTORS = 2;
/** At the bound further lines are not drawn. */
const MOST = 8000;
const SIDES = 44;
const COS = Float64Array.from({ length: SIDES + 1 }, (_, i) => Math.cos((i * 2 * Math.PI) / SIDES));
const SIN = Float64Array.from({ length: SIDES + 1 }, (_, i) => Math.sin((i * 2 * Math.PI) / SIDES));

/** Pieces of the tail behind a torpedo. */
const TAIL_PIECES = 5;

/** How lines look: units wide; `glow` scales the color, whose brightness may exceed 1. */
export interface Stroke {
  width: number;
  color: Color;
  glow: number;
}

/** Where a drawing of its own plane is put, and turned to. */
export interface Pose {
  x: number;
  y: number;
  cos: number;
  sin: number;
}

export class Lines {
  private readonly program: Program;
  private readonly all: Instances;
  private count = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.program = new Program(gl, VERTEX, FRAGMENT);
    this.all = new Instances(gl, MOST, VECTORS);
  }

  /**
   * Units; `glow` scales the color, whose brightness may exceed 1. A negative width stands for flat
   * ends: for the pieces of an arc, which would shine twice where they overlap.
   */
  add(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    width: number,
    color: Color,
    glow: number,
  ): void {
    if (this.count >= MOST) return;
    const { floats, stride } = this.all;
    const at = this.count++ * stride;
    floats[at] = x0;
    floats[at + 1] = y0;
    floats[at + 2] = x1;
    floats[at + 3] = y1;
    floats[at + 4] = color[0] * glow;
    floats[at + 5] = color[1] * glow;
    floats[at + 6] = color[2] * glow;
    floats[at + 7] = width;
  }

  /** Strokes from corner to corner, given as x, y, x, y ... in the pose's own plane. */
  path(points: readonly number[], closed: boolean, pose: Pose, look: Stroke): void {
    const { x, y, cos, sin } = pose;
    const { floats } = this.all;
    const corners = points.length / 2;
    for (let p = closed ? 0 : 1; p < corners; p++) {
      const at = this.take(look);
      if (at < 0) return;
      const q = p === 0 ? corners - 1 : p - 1;
      const px = points[2 * p]!;
      const py = points[2 * p + 1]!;
      const qx = points[2 * q]!;
      const qy = points[2 * q + 1]!;
      floats[at] = x + px * cos - py * sin;
      floats[at + 1] = y + px * sin + py * cos;
      floats[at + 2] = x + qx * cos - qy * sin;
      floats[at + 3] = y + qx * sin + qy * cos;
    }
  }

  ring(x: number, y: number, radius: number, look: Stroke): void {
    const { floats } = this.all;
    for (let s = 0; s < SIDES; s++) {
      const at = this.take(look);
      if (at < 0) return;
      floats[at] = x + COS[s]! * radius;
      floats[at + 1] = y + SIN[s]! * radius;
      floats[at + 2] = x + COS[s + 1]! * radius;
      floats[at + 3] = y + SIN[s + 1]! * radius;
      floats[at + 7] = -look.width;
    }
  }

  /**
   * The next line's place, inked already; its ends are the caller's to write, since fractions that
   * are handed over in a call cost garbage. -1 at the bound.
   */
  private take({ width, color, glow }: Stroke): number {
    if (this.count >= MOST) return -1;
    const { floats, stride } = this.all;
    const at = this.count++ * stride;
    floats[at + 4] = color[0] * glow;
    floats[at + 5] = color[1] * glow;
    floats[at + 6] = color[2] * glow;
    floats[at + 7] = width;
    return at;
  }

  /** Light that falls off behind something: pieces over (cos, sin) of the pose each. */
  tail({ x, y, cos, sin }: Pose, { width, color, glow }: Stroke): void {
    for (let n = 0; n < TAIL_PIECES; n++) {
      const part = 1 - n / TAIL_PIECES;
      const x0 = x - cos * n;
      const y0 = y - sin * n;
      this.add(x0, y0, x0 - cos, y0 - sin, -width * part, color, glow * part * part);
    }
  }

  /** Draws what was added since the last time. */
  draw(view: View, halo: number): void {
    this.all.bind();
    this.all.send(0, this.count);
    this.program
      .use()
      .set('view', view.x, view.y, view.scaleX, view.scaleY)
      .set('pixel', view.pixel)
      .set('halo', halo);
    this.all.draw(0, this.count);
    this.count = 0;
  }
}
