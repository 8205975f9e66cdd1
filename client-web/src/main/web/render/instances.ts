/**
 * Many squares from one array, drawn in one call: four corners each, told apart in the shader by
 * gl_VertexID, and a few vectors of four numbers that say what each is. Owned by who fills it.
 */
export class Instances {
  /** Each takes `stride` of them; told to the card by `send`. */
  readonly floats: Float32Array;
  readonly stride: number;
  readonly most: number;
  private readonly gl: WebGL2RenderingContext;
  private readonly shape: WebGLVertexArrayObject;
  private readonly store: WebGLBuffer;
  private pointedAt = -1;

  constructor(gl: WebGL2RenderingContext, most: number, vectors: number) {
    this.gl = gl;
    this.most = most;
    this.stride = vectors * 4;
    this.floats = new Float32Array(most * this.stride);
    this.shape = gl.createVertexArray();
    this.store = gl.createBuffer();
    this.bind();
    gl.bufferData(gl.ARRAY_BUFFER, this.floats.byteLength, gl.DYNAMIC_DRAW);
    for (let i = 0; i < vectors; i++) {
      gl.enableVertexAttribArray(i);
      gl.vertexAttribDivisor(i, 1);
    }
    this.point(0);
    gl.bindVertexArray(null);
  }

  bind(): void {
    this.gl.bindVertexArray(this.shape);
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, this.store);
  }

  /** Bound: so many, from the first, travel to the card. */
  send(first: number, count: number): void {
    if (count <= 0) return;
    const from = first * this.stride;
    this.gl.bufferSubData(this.gl.ARRAY_BUFFER, from * 4, this.floats, from, count * this.stride);
  }

  /** Bound: draws so many, from the first, and adds their light. */
  draw(first: number, count: number): void {
    if (count <= 0) return;
    const { gl } = this;
    this.point(first);
    gl.blendFunc(gl.ONE, gl.ONE);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
  }

  private point(first: number): void {
    if (first === this.pointedAt) return;
    this.pointedAt = first;
    const { gl, stride } = this;
    for (let i = 0; i * 4 < stride; i++) {
      gl.vertexAttribPointer(i, 4, gl.FLOAT, false, stride * 4, first * stride * 4 + i * 16);
    }
  }
}
