/** The mapping from the world to the target being drawn, and when: what every pass is told. */
export interface View {
  /** Middle of the picture, units. */
  readonly x: number;
  readonly y: number;
  /** Unit to clip space. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Units in one pixel of the target. */
  readonly pixel: number;
  /** Since the stage was built. */
  readonly seconds: number;
  /** How fast the camera flies, units per second. */
  readonly vx: number;
  readonly vy: number;
}
