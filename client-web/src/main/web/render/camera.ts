/**
 * Which part of the world is seen. Its extent is fixed in units, whatever the screen: the shorter
 * side shows 1300 units unless the longer would then show more than 2300. It leads the flight a
 * little.
 */
const SHORT_SIDE_UNITS = 1300;
const LONG_SIDE_UNITS = 2300;
const LEAD_SECONDS = 0.35;
const MOST_LEAD_UNITS = 190;
const LEAD_TAU_MILLIS = 450;
const GLIDE_TAU_MILLIS = 180;
const CUT_UNITS = 700;

export class Camera {
  x = 0;
  y = 0;
  /** Pixels (of the page) per unit. */
  scale = 1;
  width = 1;
  height = 1;
  /** Above 1 shows less, larger. */
  zoom = 1;
  private leadX = 0;
  private leadY = 0;
  private gapX = 0;
  private gapY = 0;
  private targetX = 0;
  private targetY = 0;

  fit(width: number, height: number): void {
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    this.scale = Math.max(short / SHORT_SIDE_UNITS, long / LONG_SIDE_UNITS) * this.zoom;
    this.width = width;
    this.height = height;
  }

  /**
   * Follows a ship at (x, y) that flies (vx, vy) units per second. A leap of the ship becomes a
   * glide.
   */
  follow(x: number, y: number, vx: number, vy: number, elapsedMillis: number): void {
    const leap = Math.hypot(x - this.targetX, y - this.targetY);
    if (leap > CUT_UNITS) [this.gapX, this.gapY] = [0, 0];
    else if (leap > Math.hypot(vx, vy) * 0.1 + 40) {
      this.gapX += this.targetX - x;
      this.gapY += this.targetY - y;
    }
    [this.targetX, this.targetY] = [x, y];
    const speed = Math.hypot(vx, vy);
    const lead = Math.min(LEAD_SECONDS, MOST_LEAD_UNITS / Math.max(1, speed));
    const pull = 1 - Math.exp(-elapsedMillis / LEAD_TAU_MILLIS);
    this.leadX += (vx * lead - this.leadX) * pull;
    this.leadY += (vy * lead - this.leadY) * pull;
    this.glide(elapsedMillis);
  }

  /** Nothing to follow: the last place stays in view, the lead fades. */
  rest(elapsedMillis: number): void {
    this.follow(this.targetX, this.targetY, 0, 0, elapsedMillis);
  }

  /** Looks exactly there, as a spectator's hand says. */
  look(x: number, y: number): void {
    [this.x, this.y, this.targetX, this.targetY] = [x, y, x, y];
    [this.gapX, this.gapY, this.leadX, this.leadY] = [0, 0, 0, 0];
  }

  pageX(x: number): number {
    return this.width / 2 + (x - this.x) * this.scale;
  }

  pageY(y: number): number {
    return this.height / 2 - (y - this.y) * this.scale;
  }

  private glide(elapsedMillis: number): void {
    const keep = Math.exp(-elapsedMillis / GLIDE_TAU_MILLIS);
    this.gapX *= keep;
    this.gapY *= keep;
    this.x = this.targetX + this.gapX + this.leadX;
    this.y = this.targetY + this.gapY + this.leadY;
  }
}
