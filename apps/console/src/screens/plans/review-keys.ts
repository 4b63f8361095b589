import type { KeyboardEvent } from 'react';
import { keyIn } from '../../app/keys.ts';

/** What keys do with the section that has the focus. */
type Acts = Readonly<{ toggle: (id: string) => void; comment: (id: string) => void }>;

/**
 * N and P go to the next and the previous change, V ticks the section off that has the focus, C
 * says something of it, Ctrl or Cmd with Enter sends the review.
 */
export function reviewKeys(event: KeyboardEvent<HTMLElement>, acts: Acts): void {
  const place = event.currentTarget;
  if (asksToSend(event)) {
    place.querySelector<HTMLElement>('[data-sends=review]')?.click();
    return;
  }
  const key = keyIn(event);
  const at = document.activeElement?.closest<HTMLElement>('[data-section]') ?? null;
  if (key === 'n' || key === 'p') goTo(place, at, key === 'n' ? 1 : -1);
  const section = at?.dataset.section;
  if (section !== undefined) actOn(section, event, acts);
}

/** What a letter does with a section; it is not written into the field that opens. */
function actOn(section: string, event: KeyboardEvent<HTMLElement>, { toggle, comment }: Acts) {
  const act = { v: toggle, c: comment }[keyIn(event) ?? ''];
  if (!act) return;
  event.preventDefault();
  act(section);
}

function asksToSend({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}

/** The change after or before the one that has the focus; around the ends. */
function goTo(place: HTMLElement, at: HTMLElement | null, step: 1 | -1): void {
  const changed = [...place.querySelectorAll<HTMLElement>('[data-changed=true]')];
  const now = at ? changed.indexOf(at) : -1;
  const next = now < 0 && step < 0 ? changed.length - 1 : now + step;
  changed[(next + changed.length) % changed.length]?.focus();
}
