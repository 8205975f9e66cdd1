/**
 * Sparks and flames: written once at birth, moved by the shader, drawn in one instanced call from
 * one Float32Array that is used as a ring. At its bound the oldest die early. Owned by the stage.
 */
import { Instances } from './instances.ts';
import { Program } from './program.ts';
import type { View } from './view.ts';

const VERTEX = `
layout(location = 0) in vec4 motion;
layout(location = 1) in vec4 life;
layout(location = 2) in vec4 ink;
uniform vec4 view;
uniform float pixel;
uniform float now;
out vec2 at;
out vec3 color;
void main() {
  float age = now - life.x;
  float t = age / life.y;
  at = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  color = vec3(0);
  gl_Position = vec4(2, 2, 2, 1);
  if (t < 0.0 || t > 1.0) return;
  float drag = abs(life.w);
  float keep = exp(-drag * age);
  vec2 v = motion.zw * keep;
  vec2 p = motion.xy + motion.zw * (1.0 - keep) / max(drag, 1e-3);
  float grow = life.w < 0.0 ? 0.4 + 1.6 * sqrt(t) : 1.0 - 0.65 * t;
  float size = max(life.z * grow, pixel * 0.8);
  float speed = length(v);
  vec2 d = speed > 1.0 ? v / speed : vec2(1, 0);
  float reach = size + speed * ink.w;
  vec2 q = d * at.x * reach + vec2(-d.y, d.x) * at.y * size;
  float fade = (1.0 - t) * (1.0 - t);
  color = ink.rgb * fade * min(1.0, life.z * grow / (pixel * 0.8));
  gl_Position = vec4((p + q - view.xy) * view.zw, 0, 1);
}`;

const FRAGMENT = `
in vec2 at;
in vec3 color;
out vec4 light;
void main() {
  float r = dot(at, at);
  float soft = max(0.0, 1.0 - r);
  light = vec4(color * soft * soft * (0.25 + 1.1 * soft * soft), 0);
}`;

const VECTORS = 3;
const MOST = 6144;

export type Color = readonly [number, number, number];

/** How a sort of particle looks; its color is told at birth. */
export interface Look {
  readonly lifeSeconds: number;
  readonly sizeUnits: number;
  /** Share of the speed lost per second, as an exponent; above 0. */
  readonly drag: number;
  readonly glow: number;
  /** Length by speed: the particle is drawn over the way it makes in this time. */
  readonly stretchSeconds: number;
  readonly grows: boolean;
}

/** Where and when something flares up, and how it moves: units, seconds since the stage's start. */
export interface Spark {
  x: number;
  y: number;
  vx: number;
  vy: number;
  born: number;
}

export function newSpark(): Spark {
  // Fractions, so that the engine keeps these as plain doubles from the start.
  return { x: 0.5, y: 0.5, vx: 0.5, vy: 0.5, born: 0.5 };
}

export class Particles {
  private readonly program: Program;
  private readonly all: Instances;
  private next = 0;
  private fresh = 0;
  private oldest = 0;
  private alive = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.program = new Program(gl, VERTEX, FRAGMENT);
    this.all = new Instances(gl, MOST, VECTORS);
  }

  /** One is born of `spark`, which stays the caller's: numbers in it cost no garbage. */
  add(spark: Spark, look: Look, color: Color): void {
    const { floats, stride } = this.all;
    const at = this.next * stride;
    this.next = (this.next + 1) % MOST;
    this.fresh++;
    if (this.alive === MOST) this.oldest = this.next;
    else this.alive++;
    floats[at] = spark.x;
    floats[at + 1] = spark.y;
    floats[at + 2] = spark.vx;
    floats[at + 3] = spark.vy;
    floats[at + 4] = spark.born;
    floats[at + 5] = look.lifeSeconds * (0.6 + 0.4 * ((this.next * 0.618034) % 1));
    floats[at + 6] = look.sizeUnits;
    floats[at + 7] = look.grows ? -look.drag : look.drag;
    floats[at + 8] = color[0] * look.glow;
    floats[at + 9] = color[1] * look.glow;
    floats[at + 10] = color[2] * look.glow;
    floats[at + 11] = look.stretchSeconds;
  }

  /** How many are shown. */
  count(): number {
    return this.alive;
  }

  draw(view: View): void {
    this.all.bind();
    this.upload();
    this.program
      .use()
      .set('view', view.x, view.y, view.scaleX, view.scaleY)
      .set('pixel', view.pixel)
      .set('now', view.seconds);
    this.bury(view.seconds);
    const straight = Math.min(this.alive, MOST - this.oldest);
    this.all.draw(this.oldest, straight);
    this.all.draw(0, this.alive - straight);
  }

  /**
   * Leaves out the oldest as long as they are dead; the few dead among the living hide themselves.
   */
  private bury(now: number): void {
    const { floats, stride } = this.all;
    while (this.alive > 0) {
      const at = this.oldest * stride;
      if (floats[at + 4]! + floats[at + 5]! > now) return;
      this.oldest = (this.oldest + 1) % MOST;
      this.alive--;
    }
  }

  /** Only what was born since the last draw travels to the card. */
  private upload(): void {
    const fresh = Math.min(this.fresh, MOST);
    const first = (this.next - fresh + MOST) % MOST;
    const straight = Math.min(fresh, MOST - first);
    this.all.send(first, straight);
    this.all.send(0, fresh - straight);
    this.fresh = 0;
  }
}
