/** What a spectator looks at: a pilot, the leader, or where the hand moves the eye. */
export type Subject =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'pilot'; readonly name: string }
  | { readonly kind: 'leader' }
  | { readonly kind: 'free' };

/** Whoever is there. */
export const ANYONE: Subject = { kind: 'anyone' };
export const LEADER: Subject = { kind: 'leader' };
export const FREE: Subject = { kind: 'free' };

/** `?watch`, `?watch=NAME`, `?watch=leader` or `?watch=free`; null for who does not watch. */
export function subjectOf(search: string): Subject | null {
  const name = new URLSearchParams(search).get('watch')?.trim();
  if (name === undefined) return null;
  const known = [LEADER, FREE].find(({ kind }) => kind === name.toLowerCase());
  return known ?? (name === '' ? ANYONE : { kind: 'pilot', name });
}
