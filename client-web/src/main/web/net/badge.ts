/** Whose name this browser has: claimed or signed in with a password, kept until it is void. */
export interface Badge {
  readonly name: string;
  readonly token: string;
}

/** What came of asking for a name. */
export type Granted = 'yours' | 'wrong' | 'short' | 'busy';

const PLACE = 'apsis.badge';
const ACCOUNT = '/api/account';
export const LEAST_PASSWORD_LENGTH = 8;

export function readBadge(store: Storage): Badge | null {
  try {
    const { name, token } = JSON.parse(store.getItem(PLACE) ?? '') as Record<string, unknown>;
    return typeof name === 'string' && typeof token === 'string' ? { name, token } : null;
  } catch {
    return null;
  }
}

export function dropBadge(store: Storage): void {
  store.removeItem(PLACE);
}

/** The token to fly with under a name; empty if it is not this browser's. */
export function tokenFor(name: string, store: Storage): string {
  const badge = readBadge(store);
  return badge && folded(badge.name) === folded(name) ? badge.token : '';
}

/** What a name is compared by. */
export function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}

/** Makes a name ours, or signs in if it is already. */
export async function claim(name: string, password: string, store: Storage): Promise<Granted> {
  if (password.length < LEAST_PASSWORD_LENGTH) return 'short';
  let answer = await post(ACCOUNT, name, password);
  if (answer.status === 409) answer = await post(`${ACCOUNT}/session`, name, password);
  if (answer.status === 401) return 'wrong';
  if (!answer.ok) return 'busy';
  store.setItem(PLACE, JSON.stringify(await answer.json()));
  return 'yours';
}

/** Whether the server still knows the badge; one it does not is dropped. */
export async function stillValid(store: Storage): Promise<boolean> {
  const badge = readBadge(store);
  if (!badge) return false;
  const headers = { Authorization: `Bearer ${badge.token}` };
  const answer = await fetch(ACCOUNT, { headers, cache: 'no-store' });
  if (answer.status === 401) dropBadge(store);
  return answer.ok;
}

function post(path: string, name: string, password: string): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
}
