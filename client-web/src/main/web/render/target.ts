/** A texture to draw into, and to read from afterwards; keeps its size until told another. */
export class Target {
  readonly texture: WebGLTexture;
  width = 0;
  height = 0;
  private readonly gl: WebGL2RenderingContext;
  private readonly frame: WebGLFramebuffer;
  private readonly deep: boolean;

  /** `deep`: sixteen bits of float per channel instead of eight bits. */
  constructor(gl: WebGL2RenderingContext, deep: boolean) {
    this.gl = gl;
    this.deep = deep;
    this.texture = gl.createTexture();
    this.frame = gl.createFramebuffer();
  }

  resize(width: number, height: number): void {
    const { gl } = this;
    const [w, h] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
    if (w === this.width && h === this.height) return;
    [this.width, this.height] = [w, h];
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    const [inner, type] = this.deep
      ? ([gl.RGBA16F, gl.HALF_FLOAT] as const)
      : ([gl.RGBA8, gl.UNSIGNED_BYTE] as const);
    gl.texImage2D(gl.TEXTURE_2D, 0, inner, w, h, 0, gl.RGBA, type, null);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.frame);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.texture, 0);
  }

  bind(): void {
    const { gl } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.frame);
    gl.viewport(0, 0, this.width, this.height);
  }
}
