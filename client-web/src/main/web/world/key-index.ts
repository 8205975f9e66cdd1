/**
 * Finds an entity's place in the roster by its key: open addressing in typed arrays, nothing
 * allocated.
 */
export class KeyIndex {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly places: Int32Array;

  constructor(capacity: number) {
    let size = 16;
    while (size < capacity * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size);
    this.places = new Int32Array(size).fill(-1);
  }

  clear(): void {
    this.places.fill(-1);
  }

  put(key: number, place: number): void {
    const i = this.slot(key);
    this.keys[i] = key;
    this.places[i] = place;
  }

  /** -1 when the key is unknown. */
  get(key: number): number {
    return this.places[this.slot(key)]!;
  }

  private slot(key: number): number {
    let i = Math.imul(key, 0x9e3779b1) >>> 7;
    for (i &= this.mask; this.places[i] !== -1 && this.keys[i] !== key; i = (i + 1) & this.mask);
    return i;
  }
}
