/** Asks the server, with the token in a header: it is in no address, and goes with the tab. */
const KEY = 'apsis-admin-token';

export type Role = 'view' | 'moderate' | 'admin';

export interface Me {
  readonly name: string;
  readonly role: Role;
  readonly version: string;
}

/** The server said no, and why. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

const ROLES: readonly Role[] = ['view', 'moderate', 'admin'];

export function may(me: Me, needed: Role): boolean {
  return ROLES.indexOf(me.role) >= ROLES.indexOf(needed);
}

export class Door {
  private token = sessionStorage.getItem(KEY) ?? '';

  /** Whether there is a token to try. */
  get open(): boolean {
    return this.token !== '';
  }

  signIn(token: string): void {
    this.token = token.trim();
    sessionStorage.setItem(KEY, this.token);
  }

  signOut(): void {
    this.token = '';
    sessionStorage.removeItem(KEY);
  }

  me(): Promise<Me> {
    return this.ask<Me>('GET', '/me');
  }

  async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await this.send(method, path, body);
    return (await answer.json()) as T;
  }

  /** The body comes as it is told. */
  async listen(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const answer = await this.send('GET', path, undefined, signal);
    if (!answer.body) throw new Refused(answer.status, 'the server said nothing');
    return answer.body;
  }

  private async send(
    method: string,
    path: string,
    body?: object,
    signal: AbortSignal | null = null,
  ): Promise<Response> {
    const headers = { Authorization: `Bearer ${this.token}` };
    const text = body ? JSON.stringify(body) : null;
    const cache = 'no-store' as const;
    const answer = await fetch(`/admin/api${path}`, { method, headers, body: text, signal, cache });
    if (answer.ok) return answer;
    throw new Refused(answer.status, await reason(answer));
  }
}

async function reason(answer: Response): Promise<string> {
  try {
    return String(((await answer.json()) as { detail?: string }).detail ?? answer.statusText);
  } catch {
    return answer.statusText;
  }
}
