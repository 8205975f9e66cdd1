/** The languages that are spoken here, whichever page it is. */
export const LANGUAGE_NAMES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  hi: 'हिन्दी',
  zh: '中文',
} as const satisfies Record<string, string>;

export type Language = keyof typeof LANGUAGE_NAMES;
export type Values = Readonly<Record<string, string | number>>;

/** The first of the reader's languages that we have. */
export function languageOf(wanted: readonly string[]): Language {
  for (const each of wanted) {
    const found = each.slice(0, 2).toLowerCase();
    if (found in LANGUAGE_NAMES) return found as Language;
  }
  return 'en';
}

/** A text with `{name}` in it, and what stands there. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
