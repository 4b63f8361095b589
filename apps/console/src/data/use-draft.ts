import { useState } from 'react';

const NAME = 'tavolo.draft.';

/** What is being written, and how to change it; an empty text is forgotten. */
export type Draft = readonly [text: string, write: (text: string) => void];

/**
 * Something written about an object that was not sent yet: it is there again after a conflict, a
 * reload or another sign-in, for as long as the tab is open.
 */
export function useDraft(about: string): Draft {
  const [text, setText] = useState(() => kept(about));
  const write = (next: string) => {
    setText(next);
    keep(about, next);
  };
  return [text, write];
}

function kept(about: string): string {
  try {
    return sessionStorage.getItem(NAME + about) ?? '';
  } catch {
    return '';
  }
}

function keep(about: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(NAME + about);
    else sessionStorage.setItem(NAME + about, text);
  } catch {
    // A browser that keeps nothing has it until the page is left.
  }
}
