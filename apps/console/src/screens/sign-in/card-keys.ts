import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
};

/** Arrows go from card to card, around the ends; Home and End to the first and the last. */
export function cardKeys(event: KeyboardEvent<HTMLElement>): void {
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const next = placeAfter(
    event.key,
    cards.indexOf(document.activeElement as HTMLElement),
    cards.length,
  );
  if (next === null) return;
  event.preventDefault();
  cards[next]?.focus();
}

/** Which of so many cards a key leads to from the one at a place; null for a key that leads nowhere. */
export function placeAfter(key: string, place: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? null : (place + step + count) % count;
}
