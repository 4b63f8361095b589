import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { keyIn } from '../../app/keys.ts';

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 };
/** As long as the page waits for the letter after G. */
const SOON_MS = 1_500;
const LINKS = 'th[scope="row"] a';

/**
 * Rows that j and k go through, and of which other keys do something with the one that has the
 * focus, by its place; only while the focus is among them, so that no letter is taken elsewhere.
 */
export function Rows({
  acts,
  children,
}: Readonly<{
  acts: Readonly<Record<string, (place: number) => void>>;
  children: ReactNode;
}>): ReactNode {
  const begunAt = useRef(Number.NEGATIVE_INFINITY);
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const key = keyIn(event) ?? '';
    if (key === 'g') begunAt.current = event.timeStamp;
    // After G a letter goes to another page, and does nothing with a row.
    if (event.timeStamp - begunAt.current < SOON_MS) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody tr')];
    const place = rows.findIndex((row) => row.contains(document.activeElement));
    const step = steps[key];
    if (step !== undefined) go(rows, place + step);
    else if (place >= 0 && Object.hasOwn(acts, key)) {
      acts[key]?.(place);
      // The row goes; the one that comes into its place has the focus next.
      go(rows, place === rows.length - 1 ? place - 1 : place + 1);
    }
  };
  return <div onKeyDown={press}>{children}</div>;
}

function go(rows: readonly HTMLElement[], place: number): void {
  const within = Math.min(rows.length - 1, Math.max(0, place));
  rows[within]?.querySelector<HTMLElement>(LINKS)?.focus();
}
