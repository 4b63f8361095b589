import type { RefObject } from 'react';
import { useEffect, useEffectEvent } from 'react';

/** N and P go to the next and the previous change, V ticks the section off that has the focus. */
export function useReviewKeys(
  place: RefObject<HTMLElement | null>,
  toggle: (id: string) => void,
): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (isForOthers(event)) return;
    const key = event.key.toLowerCase();
    const at = document.activeElement?.closest<HTMLElement>('[data-section]') ?? null;
    if (key === 'v' && at?.dataset.section !== undefined) toggle(at.dataset.section);
    if (key === 'n' || key === 'p') goTo(place.current, at, key === 'n' ? 1 : -1);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      pressed(event);
    };
    addEventListener('keydown', listener);
    return () => {
      removeEventListener('keydown', listener);
    };
  }, []);
}

/** The change after or before the one that has the focus; around the ends. */
function goTo(place: HTMLElement | null, at: HTMLElement | null, step: 1 | -1): void {
  const changed = [...(place?.querySelectorAll<HTMLElement>('[data-changed=true]') ?? [])];
  const now = at ? changed.indexOf(at) : -1;
  const next = now < 0 && step < 0 ? changed.length - 1 : now + step;
  changed[(next + changed.length) % changed.length]?.focus();
}

/** Keys of the browser, and those that are typed into a field. */
function isForOthers({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const field = 'input:not([type=checkbox]), select, textarea';
  return ctrlKey || metaKey || altKey || (target instanceof Element && target.matches(field));
}
