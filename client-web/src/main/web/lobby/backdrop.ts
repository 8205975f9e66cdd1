/** The living picture behind the lobby: a small system of its own, with ships that pass by. */
import type { Shared } from '../facade.ts';
import type { Gaze } from '../render/stage.ts';
import type { Body, Place } from '../world/arena.ts';
import { ARMING, COAST, type Fields, FULL_HULL, fieldsOf, THRUST } from '../world/fields.ts';
import { Incidents } from '../world/incidents.ts';
import type { Scene } from '../world/scene.ts';

const SHIPS = 7;
const SHOTS = 6;
const SHOT_SECONDS = 1.5;
const SHOT_SPEED = 620;

/** One body or ship on its ellipse round the star. */
interface Path {
  readonly wide: number;
  readonly flat: number;
  readonly tilt: number;
  readonly phase: number;
  readonly seconds: number;
}

const BODY_PATHS: readonly Path[] = [
  { wide: 0, flat: 1, tilt: 0, phase: 0, seconds: 1 },
  { wide: 780, flat: 0.93, tilt: 0.4, phase: 3.6, seconds: 96 },
  { wide: 1280, flat: 0.95, tilt: 0.2, phase: 0.35, seconds: 190 },
];

export class Backdrop implements Place, Scene {
  readonly radius = 6000;
  readonly bodies: readonly Body[] = [
    { kind: 'star', radius: 190, hue: 34 },
    { kind: 'planet', radius: 74, hue: 205 },
    { kind: 'planet', radius: 110, hue: 285 },
  ];
  readonly fields: Fields;
  readonly incidents = new Incidents();
  readonly count = SHIPS + SHOTS;
  readonly known = 0;
  readonly self = -1;
  readonly signal = 1;
  readonly correction = 0;
  readonly energy = 0;
  readonly keys = new Int32Array(this.count);
  readonly types = new Int32Array(this.count);
  readonly vx = new Float64Array(this.count);
  readonly vy = new Float64Array(this.count);
  readonly heading = new Float64Array(this.count);
  readonly rows: Int32Array;
  tick = 0;
  private readonly places = new Float64Array(this.count);
  private readonly placesY = new Float64Array(this.count);
  private readonly bodyX = new Float64Array(3);
  private readonly bodyY = new Float64Array(3);

  constructor(shared: Shared) {
    this.fields = fieldsOf(shared);
    this.rows = new Int32Array(this.count * this.fields.stride);
    for (let i = 0; i < this.count; i++) {
      this.keys[i] = i + 1;
      this.types[i] = i < SHIPS ? this.fields.shipType : this.fields.torpedoType;
    }
  }

  /** The bodies' places; the ships' are those of `sky()`. */
  get x(): Float64Array {
    return this.bodyX;
  }

  get y(): Float64Array {
    return this.bodyY;
  }

  /** The same system as a scene of ships and shots. */
  sky(): Scene {
    return Object.create(this, {
      x: { value: this.places },
      y: { value: this.placesY },
    }) as Scene;
  }

  /** A slow drift past the star, kept to the side where no words stand. */
  gaze(seconds: number, width: number, height: number): Gaze {
    const aside = width > height ? 620 : 0;
    const down = width > height ? -40 : -330;
    const x = -aside + 60 * Math.sin(seconds / 19);
    return { x, y: down + 40 * Math.sin(seconds / 13), vx: 26, vy: 9, zoom: 1.12 };
  }

  advance(seconds: number): void {
    this.tick = seconds * 60;
    BODY_PATHS.forEach((path, i) => {
      [this.bodyX[i], this.bodyY[i]] = at(path, seconds);
    });
    for (let i = 0; i < SHIPS; i++) this.fly(i, seconds);
    for (let i = 0; i < SHOTS; i++) this.shoot(SHIPS + i, i % SHIPS, seconds + i * 0.77);
  }

  private fly(i: number, seconds: number): void {
    const path = shipPath(i);
    const [x, y] = at(path, seconds);
    const [nx, ny] = at(path, seconds + 0.05);
    const ship = this.fields.ship;
    const row = i * this.fields.stride;
    [this.places[i], this.placesY[i]] = [x, y];
    [this.vx[i], this.vy[i]] = [(nx - x) * 20, (ny - y) * 20];
    this.heading[i] = Math.atan2(ny - y, nx - x) + 0.25 * Math.sin(seconds * 0.7 + i);
    this.rows[row + ship.seat] = i;
    this.rows[row + ship.hull] = FULL_HULL;
    this.rows[row + ship.drive] = Math.sin(seconds * 0.9 + i * 2) > -0.2 ? THRUST : COAST;
    const arms = (seconds + i * 0.77) % (SHOT_SECONDS * 2) > SHOT_SECONDS * 2 - 0.12;
    this.rows[row + ship.flags] = i < SHOTS && arms ? ARMING : 0;
  }

  /** Leaves its ship's nose, lives, and is gone until the next. */
  private shoot(place: number, ship: number, seconds: number): void {
    const age = seconds % (SHOT_SECONDS * 2);
    const path = shipPath(ship);
    const born = seconds - age - (place - SHIPS) * 0.77;
    const [x, y] = at(path, born);
    const [nx, ny] = at(path, born + 0.05);
    const way = Math.atan2(ny - y, nx - x) + 0.25 * Math.sin(born * 0.7 + ship);
    const [vx, vy] = [Math.cos(way) * SHOT_SPEED, Math.sin(way) * SHOT_SPEED];
    const row = place * this.fields.stride;
    [this.places[place], this.placesY[place]] = [x + vx * age, y + vy * age];
    [this.vx[place], this.vy[place]] = [vx, vy];
    this.rows[row + this.fields.torpedo.owner] = ship;
    const left = age < SHOT_SECONDS ? (SHOT_SECONDS - age) * 60 : 0;
    this.rows[row + this.fields.torpedo.life] = Math.round(left);
  }
}

function shipPath(i: number): Path {
  return {
    wide: 420 + i * 135,
    flat: 0.62 + 0.05 * (i % 4),
    tilt: i * 0.83,
    phase: i * 2.1,
    seconds: (i % 2 === 0 ? 1 : -1) * (13 + i * 5.5),
  };
}

function at({ wide, flat, tilt, phase, seconds }: Path, now: number): [number, number] {
  const angle = phase + (2 * Math.PI * now) / seconds;
  const [x, y] = [wide * Math.cos(angle), wide * flat * Math.sin(angle)];
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  return [x * cos - y * sin, x * sin + y * cos];
}
