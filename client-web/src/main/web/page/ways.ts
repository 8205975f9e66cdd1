/** Which of some boxes lies next in a direction: how a menu is walked without a pointer. */
import type { Way } from '../input/pad-wishes.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Boxes that touch or overlap a little still lie beside each other. */
const OVERLAP = 4;
/** To go astray counts so much as to go far. */
const ASTRAY = 3;

/** The nearest box that way; -1 if there is none. */
export function nextBox(from: Box, boxes: readonly Box[], way: Way): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  boxes.forEach((box, place) => {
    const far = ahead(from, box, way);
    if (far < -OVERLAP) return;
    const cost = Math.max(0, far) + ASTRAY * aside(from, box, way) + 0.01 * skew(from, box, way);
    if (cost < least) [best, least] = [place, cost];
  });
  return best;
}

/** From edge to edge; negative where the box begins before ours ends. */
function ahead(from: Box, box: Box, way: Way): number {
  if (way === 'up') return from.top - box.bottom;
  if (way === 'down') return box.top - from.bottom;
  return way === 'left' ? from.left - box.right : box.left - from.right;
}

/** How far one has to go across; 0 where they face each other. */
function aside(from: Box, box: Box, way: Way): number {
  const upright = way === 'up' || way === 'down';
  const [begin, end] = upright ? [box.left, box.right] : [box.top, box.bottom];
  const [ownBegin, ownEnd] = upright ? [from.left, from.right] : [from.top, from.bottom];
  return Math.max(0, begin - ownEnd, ownBegin - end);
}

/** Of two that face us, the one that begins where we do. */
function skew(from: Box, box: Box, way: Way): number {
  const upright = way === 'up' || way === 'down';
  return upright ? Math.abs(from.left - box.left) : Math.abs(from.top - box.top);
}
