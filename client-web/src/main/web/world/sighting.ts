/** Where somebody was, seen from a place: for who asks what hit them. */
import type { Scene } from './scene.ts';

export interface Sighting {
  /** Radians, as on the page: y grows downwards. */
  readonly angle: number;
  readonly units: number;
}

export function shipOf(scene: Scene, seat: number): number {
  const { fields, rows, types } = scene;
  for (let i = 0; i < scene.count; i++) {
    const ship = types[i] === fields.shipType;
    if (ship && rows[i * fields.stride + fields.ship.seat] === seat) return i;
  }
  return -1;
}

/** Null if the pilot of that seat is out of sight. */
export function sight(scene: Scene, seat: number, x: number, y: number): Sighting | null {
  const place = shipOf(scene, seat);
  if (place < 0) return null;
  const [dx, dy] = [scene.x[place]! - x, scene.y[place]! - y];
  return { angle: Math.atan2(-dy, dx), units: Math.hypot(dx, dy) };
}
