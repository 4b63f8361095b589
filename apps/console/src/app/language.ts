/** The languages that the console speaks, the first unless something else is asked for. */
export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];

const KEPT = 'tavolo.language';

/** A language by its name, where the console speaks it. */
export function languageNamed(name: unknown): Language | null {
  return languages.find((one) => one === name) ?? null;
}

let current: Language = languageNamed(kept()) ?? 'it';

/** What the last visit spoke; where the browser keeps nothing, nothing. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** The language that answers are asked for in. */
export function tokenOfLanguage(): Language {
  return current;
}

/** Speaks another language from now on, here and at the next visit. */
export function speak(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A browser that keeps nothing speaks it until it is closed.
  }
}
