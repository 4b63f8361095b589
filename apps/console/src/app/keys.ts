import type { KeyboardEvent } from 'react';

const FIELDS = 'input:not([type=checkbox]), select, textarea, [role=slider]';

/**
 * The key that a part of a page is given by whoever has the focus in it; null where the browser or
 * a field takes it. Letters are taken there alone, so that speech input sets nothing off (WCAG 2.1.4).
 */
export function keyIn(event: KeyboardEvent<HTMLElement>): string | null {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return null;
  return target instanceof Element && target.matches(FIELDS) ? null : key.toLowerCase();
}

const TAKERS = `${FIELDS}, [contenteditable], [role=listbox] *, [role=menu] *, [role=dialog] *`;

/** Whether letters are for a part of the page that has the focus: a field, a list, a dialog. */
export function takesLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TAKERS);
}
