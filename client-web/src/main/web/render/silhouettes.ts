/**
 * The hulls ships are drawn with: strokes in a ship's own plane, nose to the right, in units.
 * Each is told from the others by its outline alone, without its color.
 */
export interface Silhouette {
  /** Corner points x, y of closed outlines, and of open, fainter strokes inside. */
  readonly outline: readonly number[];
  readonly details: readonly (readonly number[])[];
  /** Where the flames come out: x, y of each nozzle. */
  readonly nozzles: readonly (readonly [number, number])[];
  readonly nose: number;
}

export const SILHOUETTES: readonly Silhouette[] = [
  {
    // Arrow: the classic wedge with a notched stern.
    outline: [24, 0, -13, 15, -7, 5, -9, 0, -7, -5, -13, -15],
    details: [
      [12, 0, -2, 5, -2, -5, 12, 0],
      [-7, 5, -11, 10],
      [-7, -5, -11, -10],
    ],
    nozzles: [[-9, 0]],
    nose: 24,
  },
  {
    // Needle: long, with small fins far back.
    outline: [28, 0, 8, 4, -6, 5, -15, 13, -13, 4, -16, 0, -13, -4, -15, -13, -6, -5, 8, -4],
    details: [
      [18, 0, 2, 0],
      [-6, 5, -4, 0, -6, -5],
    ],
    nozzles: [[-15, 0]],
    nose: 28,
  },
  {
    // Manta: broad wings swept forward, two engines.
    outline: [19, 0, 7, 6, 10, 19, -6, 12, -13, 7, -8, 0, -13, -7, -6, -12, 10, -19, 7, -6],
    details: [
      [19, 0, -8, 0],
      [7, 6, -6, 12],
      [7, -6, -6, -12],
    ],
    nozzles: [
      [-12, 8],
      [-12, -8],
    ],
    nose: 19,
  },
  {
    // Lancer: a fork of two prongs.
    outline: [25, 6, 12, 2, 12, -2, 25, -6, 4, -11, -13, -12, -9, 0, -13, 12, 4, 11],
    details: [
      [12, 2, -3, 4, -3, -4, 12, -2],
      [4, 11, -3, 4],
      [4, -11, -3, -4],
    ],
    nozzles: [
      [-11, 6],
      [-11, -6],
    ],
    nose: 22,
  },
  {
    // Hornet: a hexagon with a sting.
    outline: [26, 0, 12, 4, 5, 12, -8, 13, -14, 5, -14, -5, -8, -13, 5, -12, 12, -4],
    details: [
      [5, 6, -5, 7, -8, 0, -5, -7, 5, -6, 8, 0, 5, 6],
      [26, 0, 8, 0],
    ],
    nozzles: [[-14, 0]],
    nose: 26,
  },
  {
    // Crescent: a sickle that opens astern.
    outline: [21, 0, 15, 9, 3, 16, -15, 18, -4, 8, 0, 0, -4, -8, -15, -18, 3, -16, 15, -9],
    details: [
      [15, 9, 6, 0, 15, -9],
      [6, 0, 0, 0],
    ],
    nozzles: [[-1, 0]],
    nose: 21,
  },
];

/** Sides fly a hull each, so that friend and foe are told apart without color; 0 is no side. */
export function silhouetteOf(seat: number, side: number): Silhouette {
  const which = side > 0 ? side - 1 : Math.abs(seat);
  return SILHOUETTES[which % SILHOUETTES.length]!;
}
