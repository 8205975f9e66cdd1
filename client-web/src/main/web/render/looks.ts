/** What sparks, flames and smoke look like: the whole of it in one table. */
import type { Look } from './particles.ts';

export const FLAME_LOOK: Look = {
  lifeSeconds: 0.34,
  sizeUnits: 7,
  drag: 3,
  glow: 0.85,
  stretchSeconds: 0.012,
  grows: false,
};
export const BOOST_LOOK: Look = { ...FLAME_LOOK, lifeSeconds: 0.5, sizeUnits: 8.5, glow: 1.2 };
export const BRAKE_LOOK: Look = { ...FLAME_LOOK, lifeSeconds: 0.2, sizeUnits: 4, glow: 0.6 };
export const TRAIL_LOOK: Look = {
  lifeSeconds: 0.42,
  sizeUnits: 4.2,
  drag: 1.5,
  glow: 0.5,
  stretchSeconds: 0,
  grows: false,
};
export const CHARGE_LOOK: Look = { ...TRAIL_LOOK, lifeSeconds: 0.14, sizeUnits: 5, glow: 0.9 };
export const SMOKE_LOOK: Look = { ...TRAIL_LOOK, lifeSeconds: 0.9, glow: 0.11, grows: true };
export const TWINKLE_LOOK: Look = { ...TRAIL_LOOK, lifeSeconds: 0.5, sizeUnits: 2.5 };
export const FLASH_LOOK: Look = {
  lifeSeconds: 0.3,
  sizeUnits: 90,
  drag: 2,
  glow: 1.3,
  stretchSeconds: 0,
  grows: true,
};
/** The first, white moment. */
export const FLARE_LOOK: Look = { ...FLASH_LOOK, lifeSeconds: 0.2, sizeUnits: 110, glow: 0.9 };
export const GLINT_LOOK: Look = { ...FLASH_LOOK, lifeSeconds: 0.16, sizeUnits: 34, glow: 1.5 };
export const FIREBALL_LOOK: Look = {
  lifeSeconds: 1.0,
  sizeUnits: 26,
  drag: 3.2,
  glow: 0.5,
  stretchSeconds: 0,
  grows: true,
};
export const DEBRIS_LOOK: Look = {
  lifeSeconds: 1.3,
  sizeUnits: 2.4,
  drag: 1.1,
  glow: 2.2,
  stretchSeconds: 0.045,
  grows: false,
};
export const SPARK_LOOK: Look = { ...DEBRIS_LOOK, lifeSeconds: 0.4, sizeUnits: 1.7, drag: 3 };
export const POP_LOOK: Look = { ...FLASH_LOOK, lifeSeconds: 0.18, sizeUnits: 20, glow: 1.1 };
/** Slow sparks that outlive the fire. */
export const EMBER_LOOK: Look = {
  ...DEBRIS_LOOK,
  lifeSeconds: 1.9,
  sizeUnits: 2.1,
  drag: 1.6,
  glow: 1.5,
  stretchSeconds: 0.02,
};
export const DUST_LOOK: Look = { ...FIREBALL_LOOK, lifeSeconds: 1.3, sizeUnits: 16, glow: 0.13 };
