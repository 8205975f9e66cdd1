/**
 * A player's settings, kept in the browser and told on to whoever acts on them. Owned by the
 * page.
 */
import { readSettings, type Settings } from './settings.ts';

const PLACE = 'apsis.settings';

type Listener = (settings: Settings) => void;

export class Choices {
  private readonly store: Storage;
  private readonly languages: readonly string[];
  private readonly listeners: Listener[] = [];
  private current: Settings;

  constructor(store: Storage, languages: readonly string[]) {
    this.store = store;
    this.languages = languages;
    this.current = readSettings(parsed(store.getItem(PLACE)), languages);
  }

  now(): Settings {
    return this.current;
  }

  /** Calls now, and on each change. */
  each(listener: Listener): void {
    this.listeners.push(listener);
    listener(this.current);
  }

  change(some: Partial<Settings>): void {
    this.current = readSettings({ ...this.current, ...some }, this.languages);
    this.store.setItem(PLACE, JSON.stringify(this.current));
    for (const listener of this.listeners) listener(this.current);
  }

  /** Everything but the name, which is the player's and not the keyboard's. */
  carried(): string {
    const { name: _, ...rest } = this.current;
    return JSON.stringify(rest);
  }

  /** False if the text holds no settings; then nothing changes. */
  takeOver(text: string): boolean {
    const found = parsed(text);
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return false;
    this.change({ ...readSettings(found, this.languages), name: this.current.name });
    return true;
  }

  /** As at first, but for the name. */
  reset(): void {
    this.change({ ...readSettings({}, this.languages), name: this.current.name });
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
