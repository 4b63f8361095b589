import type { KeyboardEvent } from 'react';
import { keyIn } from '../../app/keys.ts';

/** N and P go to the next and the previous change, V ticks the section off that has the focus. */
export function reviewKeys(event: KeyboardEvent<HTMLElement>, toggle: (id: string) => void): void {
  const key = keyIn(event);
  const at = document.activeElement?.closest<HTMLElement>('[data-section]') ?? null;
  if (key === 'v' && at?.dataset.section !== undefined) toggle(at.dataset.section);
  if (key === 'n' || key === 'p') goTo(event.currentTarget, at, key === 'n' ? 1 : -1);
}

/** The change after or before the one that has the focus; around the ends. */
function goTo(place: HTMLElement, at: HTMLElement | null, step: 1 | -1): void {
  const changed = [...place.querySelectorAll<HTMLElement>('[data-changed=true]')];
  const now = at ? changed.indexOf(at) : -1;
  const next = now < 0 && step < 0 ? changed.length - 1 : now + step;
  changed[(next + changed.length) % changed.length]?.focus();
}
