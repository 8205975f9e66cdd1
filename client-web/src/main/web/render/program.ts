/** A linked pair of shaders whose uniforms are looked up once. */
export class Program {
  private readonly gl: WebGL2RenderingContext;
  private readonly program: WebGLProgram;
  private readonly uniforms = new Map<string, WebGLUniformLocation>();

  constructor(gl: WebGL2RenderingContext, vertex: string, fragment: string) {
    this.gl = gl;
    this.program = gl.createProgram();
    this.attach(gl.VERTEX_SHADER, vertex);
    this.attach(gl.FRAGMENT_SHADER, fragment);
    gl.linkProgram(this.program);
    if (!gl.getProgramParameter(this.program, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new Error(gl.getProgramInfoLog(this.program) ?? 'shaders do not link');
    }
    this.findUniforms();
  }

  use(): this {
    this.gl.useProgram(this.program);
    return this;
  }

  set(name: string, x: number, y?: number, z?: number, w?: number): this {
    const { gl } = this;
    const at = this.uniforms.get(name) ?? null;
    if (y === undefined) gl.uniform1f(at, x);
    else if (z === undefined) gl.uniform2f(at, x, y);
    else if (w === undefined) gl.uniform3f(at, x, y, z);
    else gl.uniform4f(at, x, y, z, w);
    return this;
  }

  list4(name: string, values: Float32Array): this {
    this.gl.uniform4fv(this.uniforms.get(`${name}[0]`) ?? null, values);
    return this;
  }

  texture(name: string, unit: number, texture: WebGLTexture): this {
    const { gl } = this;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.uniform1i(this.uniforms.get(name) ?? null, unit);
    return this;
  }

  private attach(type: GLenum, source: string): void {
    const { gl } = this;
    const shader = gl.createShader(type);
    if (!shader) return;
    gl.shaderSource(shader, `#version 300 es\nprecision highp float;\n${source}`);
    gl.compileShader(shader);
    gl.attachShader(this.program, shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
      throw new Error(gl.getShaderInfoLog(shader) ?? 'shader does not compile');
    }
  }

  private findUniforms(): void {
    const { gl, program } = this;
    const count = Number(gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS) ?? 0);
    for (let i = 0; i < count; i++) {
      const name = gl.getActiveUniform(program, i)?.name;
      const at = name === undefined ? null : gl.getUniformLocation(program, name);
      if (name !== undefined && at) this.uniforms.set(name, at);
    }
  }
}

/** A triangle that covers the whole target; `at` runs over 0..1. */
export const WHOLE = `
out vec2 at;
void main() {
  at = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
  gl_Position = vec4(at * 2.0 - 1.0, 0, 1);
}`;
