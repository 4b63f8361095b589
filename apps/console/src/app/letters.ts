import { useSyncExternalStore } from 'react';

const KEPT = 'tavolo.letters';
const OFF = 'off';

let areOn = kept() !== OFF;
const heard = new Set<() => void>();

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Whether keys of a single letter do something wherever the focus is (WCAG 2.1.4). */
export function lettersAreOn(): boolean {
  return areOn;
}

/** Switches them on or off, here and at the next visit. */
export function switchLetters(on: boolean): void {
  areOn = on;
  try {
    localStorage.setItem(KEPT, on ? 'on' : OFF);
  } catch {
    // A browser that keeps nothing has them as they are until it is closed.
  }
  for (const one of heard) one();
}

/** Whether they are on, followed. */
export function useLetters(): boolean {
  return useSyncExternalStore((one) => {
    heard.add(one);
    return () => heard.delete(one);
  }, lettersAreOn);
}
