const NAME = 'tavolo.draft.';

/** What a person has written and not sent, by the form that it was written in; empty where nothing. */
export function keptDraft(person: string, form: string): string {
  try {
    return localStorage.getItem(nameOf(person, form)) ?? '';
  } catch {
    return '';
  }
}

/**
 * Keeps it in this browser, for this person alone; an empty text is forgotten. False where nothing
 * is kept: a browser that keeps nothing has it until the page is left.
 */
export function keepDraft(person: string, form: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(nameOf(person, form));
    else localStorage.setItem(nameOf(person, form), text);
    return text !== '';
  } catch {
    return false;
  }
}

/** Forgets all that a person has written: who signs out leaves nothing to who comes next. */
export function forgetDrafts(person: string): void {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(nameOf(person, '')));
    for (const name of names) localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function nameOf(person: string, form: string): string {
  return `${NAME}${person}.${form}`;
}
