/** Paints what happened: bursts, blows, shots and leaps, each in a way of its own. */
import type { Incident } from '../world/incidents.ts';
import type { Scene } from '../world/scene.ts';
import type { Effects } from './effects.ts';
import {
  DEBRIS_LOOK,
  DUST_LOOK,
  EMBER_LOOK,
  FIREBALL_LOOK,
  FLARE_LOOK,
  FLASH_LOOK,
  GLINT_LOOK,
  POP_LOOK,
  SPARK_LOOK,
  TRAIL_LOOK,
  TWINKLE_LOOK,
} from './looks.ts';
import { BOOST_FLAME, EMBER, FLAME, SHARD, seatColor, WHITE } from './palette.ts';
import { type Color, newSpark } from './particles.ts';

const SHAKE_REACH_UNITS = 900;
/** A blow nearer than this to where the camera looks is felt. */
const FELT_UNITS = 240;
/** A streak catches up with what was missed of a flight, but no longer than this. */
const LONGEST_STREAK_SECONDS = 0.4;
const STREAK_SPARKS = 14;

export class Fireworks {
  private readonly effects: Effects;
  private readonly spot = newSpark();

  constructor(effects: Effects) {
    this.effects = effects;
  }

  /** Everything since the last picture; (x, y) is where the camera looks. */
  take({ incidents }: Scene, x: number, y: number, seconds: number): void {
    const { spot } = this;
    for (let i = 0; i < incidents.count(); i++) {
      [spot.x, spot.y, spot.born] = [incidents.x[i]!, incidents.y[i]!, seconds];
      [spot.vx, spot.vy] = [incidents.vx[i]!, incidents.vy[i]!];
      const far = Math.hypot(spot.x - x, spot.y - y);
      const color = seatColor(incidents.seat[i]!);
      this.shake(incidents.sort[i]!, incidents.size[i]!, far);
      this.paint(incidents.sort[i]!, incidents.size[i]!, color);
    }
    incidents.clear();
  }

  private shake(sort: Incident, size: number, far: number): void {
    const { effects } = this;
    const jolt = sort === 'burst' || sort === 'burnt' ? 1 - far / SHAKE_REACH_UNITS : 0;
    const blow = size > 0 && far < FELT_UNITS ? Math.min(0.75, 0.3 + size / 60) : 0;
    const felt = sort === 'hit' || sort === 'ram' || sort === 'crash' ? blow : 0;
    effects.shake = Math.max(effects.shake, jolt, felt);
  }

  private paint(sort: Incident, size: number, color: Color): void {
    switch (sort) {
      case 'burst':
        this.burst(color);
        break;
      case 'burnt':
        this.burn(color);
        break;
      case 'spent':
        this.pop(color);
        break;
      case 'launched':
        this.streak(size, color);
        break;
      case 'hit':
        this.hit(size, color);
        break;
      case 'shielded':
        this.glance(color);
        break;
      case 'ram':
      case 'crash':
        this.scrape(sort === 'ram' ? WHITE : EMBER, size, color);
        break;
      case 'vanished':
      case 'arrived':
        this.leap(sort === 'arrived', color);
        break;
      case 'left':
      case 'taken':
        this.glimmer(sort === 'left' ? color : SHARD);
        break;
    }
  }

  private burst(color: Color): void {
    const { effects, spot } = this;
    effects.flash(spot, 0, FLARE_LOOK, WHITE);
    effects.flash(spot, 0.3, FLASH_LOOK, color);
    effects.spray(spot, 0.5, { count: 14, speed: 150, look: FIREBALL_LOOK }, EMBER);
    effects.spray(spot, 0.5, { count: 10, speed: 190, look: FIREBALL_LOOK }, color);
    effects.spray(spot, 0.6, { count: 46, speed: 560, look: DEBRIS_LOOK }, color);
    effects.spray(spot, 0.6, { count: 30, speed: 420, look: DEBRIS_LOOK }, FLAME);
    effects.spray(spot, 0.7, { count: 22, speed: 130, look: EMBER_LOOK }, EMBER);
    effects.ring(spot, 230, 0.75, color);
    effects.ring(spot, 120, 0.45, WHITE);
  }

  /** No wreck is left: a fountain of fire stands up from the star's skin. */
  private burn(color: Color): void {
    const { effects, spot } = this;
    const out = Math.atan2(spot.vy, spot.vx);
    effects.flash(spot, 0, FLARE_LOOK, FLAME);
    effects.flash(spot, 0, FLASH_LOOK, WHITE);
    for (const [spread, speed, count] of FOUNTAIN) {
      effects.spray(spot, 0, { count, speed, look: EMBER_LOOK, towards: out, spread }, FLAME);
    }
    effects.spray(spot, 0, { count: 26, speed: 170, look: FIREBALL_LOOK, towards: out }, EMBER);
    effects.spray(spot, 0, { count: 12, speed: 300, look: DEBRIS_LOOK, towards: out }, color);
    effects.ring(spot, 90, 1.1, FLAME);
    effects.ring(spot, 170, 1.6, EMBER);
  }

  private pop(color: Color): void {
    const { effects, spot } = this;
    effects.flash(spot, 0, POP_LOOK, color);
    effects.spray(spot, 0.15, { count: 9, speed: 240, look: SPARK_LOOK }, color);
    effects.ring(spot, 26, 0.28, color);
  }

  /** What was missed of a torpedo's way is drawn at once, and fades. */
  private streak(seconds: number, color: Color): void {
    const { effects, spot } = this;
    const missed = Math.min(LONGEST_STREAK_SECONDS, seconds);
    const [x, y] = [spot.x, spot.y];
    for (let n = 0; n < STREAK_SPARKS; n++) {
      const ago = (missed * (n + effects.dice.roll())) / STREAK_SPARKS;
      [spot.x, spot.y] = [x - spot.vx * ago, y - spot.vy * ago];
      effects.flash(spot, 0.12, TRAIL_LOOK, color);
    }
    [spot.x, spot.y] = [x - spot.vx * missed, y - spot.vy * missed];
    effects.flash(spot, 0.1, POP_LOOK, WHITE);
  }

  private hit(damage: number, color: Color): void {
    const { effects, spot } = this;
    const count = Math.round(8 + damage * 0.6);
    effects.flash(spot, 0.8, GLINT_LOOK, WHITE);
    effects.flash(spot, 0.8, POP_LOOK, FLAME);
    effects.spray(spot, 0.7, { count, speed: 380, look: SPARK_LOOK }, FLAME);
    effects.spray(spot, 0.7, { count: 8, speed: 190, look: DEBRIS_LOOK }, color);
    effects.spray(spot, 0.8, { count: 4, speed: 60, look: FIREBALL_LOOK }, EMBER);
    effects.ring(spot, 44, 0.32, WHITE);
  }

  private glance(color: Color): void {
    const { effects, spot } = this;
    effects.flash(spot, 0.9, GLINT_LOOK, BOOST_FLAME);
    effects.spray(spot, 0.8, { count: 12, speed: 260, look: SPARK_LOOK }, BOOST_FLAME);
    effects.ring(spot, 38, 0.4, BOOST_FLAME);
    effects.ring(spot, 52, 0.55, color);
  }

  private scrape(light: Color, size: number, color: Color): void {
    const { effects, spot } = this;
    const count = Math.round(14 + Math.min(24, size));
    effects.flash(spot, 0.6, GLINT_LOOK, light);
    effects.spray(spot, 0.5, { count, speed: 420, look: SPARK_LOOK }, light);
    effects.spray(spot, 0.4, { count: 8, speed: 120, look: DUST_LOOK }, EMBER);
    effects.spray(spot, 0.5, { count: 6, speed: 200, look: DEBRIS_LOOK }, color);
    effects.ring(spot, 60, 0.35, light);
  }

  /** Space closes behind who leaves it, and opens before who comes. */
  private leap(comes: boolean, color: Color): void {
    const { effects, spot } = this;
    effects.flash(spot, 0, comes ? FLARE_LOOK : GLINT_LOOK, BOOST_FLAME);
    effects.spray(spot, 0, { count: 26, speed: comes ? 260 : 110, look: EMBER_LOOK }, BOOST_FLAME);
    effects.spray(spot, 0, { count: 12, speed: comes ? 340 : 60, look: DEBRIS_LOOK }, color);
    effects.ring(spot, comes ? 130 : -110, 0.5, BOOST_FLAME);
    effects.ring(spot, comes ? 70 : -60, 0.35, color);
  }

  private glimmer(color: Color): void {
    const { effects, spot } = this;
    effects.flash(spot, 0.2, POP_LOOK, color);
    effects.spray(spot, 0.2, { count: 12, speed: 90, look: TWINKLE_LOOK }, color);
    effects.ring(spot, -34, 0.3, color);
  }
}

/** Spread in radians, speed and number of the sparks of each sheaf. */
const FOUNTAIN = [
  [0.16, 520, 26],
  [0.5, 330, 30],
  [1.1, 180, 24],
] as const;
