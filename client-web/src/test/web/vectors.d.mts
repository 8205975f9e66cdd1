type Shared = typeof import('#shared');

export function motion(shared: Shared, vectors: object): string;
export function messages(shared: Shared, vectors: object): string;
export function snapshots(shared: Shared, vectors: object): string;
export function fuzz(shared: Shared, vectors: object, rounds: number): string;
export function microsPerSnapshot(shared: Shared, vectors: object): number;
