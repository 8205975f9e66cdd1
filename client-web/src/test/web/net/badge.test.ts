import { describe, expect, it } from 'vitest';
import { dropBadge, readBadge, tokenFor } from '../../../main/web/net/badge.ts';

function storage(entries: Record<string, string>): Storage {
  const kept = new Map(Object.entries(entries));
  return {
    length: kept.size,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('a badge', () => {
  const ann = () => storage({ 'apsis.badge': '{"name":"Ann","token":"t"}' });

  it('opens its own name however it is written, and no other', () => {
    expect(tokenFor('Ann', ann())).toBe('t');
    expect(tokenFor(' ann ', ann())).toBe('t');
    expect(tokenFor('ＡＮＮ', ann())).toBe('t');
    expect(tokenFor('Bob', ann())).toBe('');
  });

  it('is none where there is nothing, or nonsense', () => {
    expect(readBadge(storage({}))).toBeNull();
    for (const nonsense of ['', '{', 'null', '{"name":5,"token":"t"}', '[]']) {
      expect(readBadge(storage({ 'apsis.badge': nonsense }))).toBeNull();
    }
  });

  it('is gone once dropped', () => {
    const store = ann();
    dropBadge(store);
    expect(tokenFor('Ann', store)).toBe('');
  });
});
