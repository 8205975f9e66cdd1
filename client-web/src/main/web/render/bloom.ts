/**
 * What is bright glows: the picture is shrunk to a quarter and an eighth, blurred, and added again
 * under a curve that keeps the brightest light from clipping.
 */
import { Program, WHOLE } from './program.ts';
import { Target } from './target.ts';

const BRIGHT = `
in vec2 at;
out vec4 light;
uniform sampler2D picture;
uniform vec2 texel;
uniform float least;
void main() {
  vec3 sum = texture(picture, at + texel * vec2(-1, -1)).rgb;
  sum += texture(picture, at + texel * vec2(1, -1)).rgb;
  sum += texture(picture, at + texel * vec2(-1, 1)).rgb;
  sum += texture(picture, at + texel * vec2(1, 1)).rgb;
  sum *= 0.25;
  float level = max(sum.r, max(sum.g, sum.b));
  light = vec4(min(sum, vec3(12)) * smoothstep(least * 0.4, least * 1.6 + 1e-4, level), 1);
}`;

const BLUR = `
in vec2 at;
out vec4 light;
uniform sampler2D picture;
uniform vec2 texel;
void main() {
  vec3 sum = texture(picture, at).rgb * 0.2270;
  sum += texture(picture, at + texel * 1.3846).rgb * 0.3162;
  sum += texture(picture, at - texel * 1.3846).rgb * 0.3162;
  sum += texture(picture, at + texel * 3.2308).rgb * 0.0703;
  sum += texture(picture, at - texel * 3.2308).rgb * 0.0703;
  light = vec4(sum, 1);
}`;

const COMPOSE = `
in vec2 at;
out vec4 light;
uniform sampler2D picture;
uniform sampler2D narrow;
uniform sampler2D wide;
uniform float seconds;
uniform float fade;
float grain(vec2 p) {
  return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453);
}
void main() {
  vec3 color = texture(picture, at).rgb;
  color += texture(narrow, at).rgb * 0.55 + texture(wide, at).rgb * 0.5;
  vec2 v = at - 0.5;
  color *= 1.0 - dot(v, v) * 0.75;
  color = mix(vec3(dot(color, vec3(0.25, 0.6, 0.15))) * 0.6, color, fade);
  color *= 1.15;
  color = color * (2.51 * color + 0.03) / (color * (2.43 * color + 0.59) + 0.14);
  color = pow(clamp(color, 0.0, 1.0), vec3(1.0 / 1.25));
  light = vec4(color + (grain(gl_FragCoord.xy + fract(seconds) * 61.0) - 0.5) / 160.0, 1);
}`;

export class Bloom {
  private readonly gl: WebGL2RenderingContext;
  private readonly bright: Program;
  private readonly blur: Program;
  private readonly compose: Program;
  private readonly narrow: readonly [Target, Target];
  private readonly wide: readonly [Target, Target];
  private readonly empty: WebGLVertexArrayObject;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
    this.bright = new Program(gl, WHOLE, BRIGHT);
    this.blur = new Program(gl, WHOLE, BLUR);
    this.compose = new Program(gl, WHOLE, COMPOSE);
    this.narrow = [new Target(gl, true), new Target(gl, true)];
    this.wide = [new Target(gl, true), new Target(gl, true)];
    this.empty = gl.createVertexArray();
  }

  /** Puts `picture` on the canvas; `fade` below 1 takes its color away. */
  show(picture: Target, seconds: number, fade: number): void {
    const { gl } = this;
    gl.bindVertexArray(this.empty);
    gl.disable(gl.BLEND);
    this.shrink(picture, this.narrow, 4, 0.7);
    this.shrink(this.narrow[0], this.wide, 2.5, 0);
    this.spread(this.wide);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, picture.width, picture.height);
    this.compose
      .use()
      .texture('picture', 0, picture.texture)
      .texture('narrow', 1, this.narrow[0].texture)
      .texture('wide', 2, this.wide[0].texture)
      .set('seconds', seconds)
      .set('fade', fade);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.enable(gl.BLEND);
  }

  private shrink(from: Target, to: readonly [Target, Target], by: number, least: number): void {
    for (const target of to) target.resize(from.width / by, from.height / by);
    to[0].bind();
    this.bright
      .use()
      .texture('picture', 0, from.texture)
      .set('texel', 1 / from.width, 1 / from.height)
      .set('least', least);
    this.gl.drawArrays(this.gl.TRIANGLES, 0, 3);
    this.spread(to);
  }

  private spread([first, second]: readonly [Target, Target]): void {
    this.pass(first, second, 1 / first.width, 0);
    this.pass(second, first, 0, 1 / first.height);
  }

  private pass(from: Target, to: Target, texelX: number, texelY: number): void {
    to.bind();
    this.blur.use().texture('picture', 0, from.texture).set('texel', texelX, texelY);
    this.gl.drawArrays(this.gl.TRIANGLES, 0, 3);
  }
}
