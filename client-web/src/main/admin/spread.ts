/** Figures between two moments, out of counts that only go up. Pure. */
import type { Counted } from './moment.ts';

/** What was counted since; all of it, if the counter began anew. */
export function since(before: Counted | undefined, now: Counted): Counted {
  const counts = now.counts.map((count, i) => count - (before?.counts[i] ?? 0));
  if (!before || counts.some((count) => count < 0)) return now;
  return { counts, sumMillis: now.sumMillis - before.sumMillis };
}

export function total(counted: Counted): number {
  return counted.counts.reduce((sum, count) => sum + count, 0);
}

export function together(all: readonly Counted[]): Counted {
  const longest = Math.max(0, ...all.map((each) => each.counts.length));
  const counts = Array.from({ length: longest }, (_, i) =>
    all.reduce((sum, each) => sum + (each.counts[i] ?? 0), 0),
  );
  return { counts, sumMillis: all.reduce((sum, each) => sum + each.sumMillis, 0) };
}

/**
 * The duration that so large a part does not exceed, as if durations lay evenly within a bucket;
 * null if nothing was counted. Beyond the last edge it is that edge: nobody knows more.
 */
export function quantile(
  counted: Counted,
  edgesMillis: readonly number[],
  part: number,
): number | null {
  const all = total(counted);
  if (all === 0) return null;
  let left = part * all;
  for (const [i, edge] of edgesMillis.entries()) {
    const count = counted.counts[i] ?? 0;
    if (count > 0 && left <= count) {
      const low = i === 0 ? 0 : (edgesMillis[i - 1] ?? 0);
      return low + (edge - low) * (left / count);
    }
    left -= count;
  }
  return edgesMillis.at(-1) ?? null;
}
