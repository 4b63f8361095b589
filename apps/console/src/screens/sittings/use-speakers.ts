import { useEffect, useState, useSyncExternalStore } from 'react';
import { speakersIn } from './speakers.ts';
import type { Speakers } from './speakers.ts';

const NAME = 'tavolo.speakers.';
const SECOND_MS = 1_000;
const heard = new Set<() => void>();

/**
 * The speakers of an item, in this browser: they are no facts of the sitting. A window for the
 * projector of the same browser shows the same.
 */
export function useSpeakers(
  item: string,
): readonly [speakers: Speakers, change: (next: Speakers) => void] {
  const name = NAME + item;
  const kept = useSyncExternalStore(
    (one) => {
      heard.add(one);
      window.addEventListener('storage', one);
      return () => {
        heard.delete(one);
        window.removeEventListener('storage', one);
      };
    },
    () => keptAs(name),
  );
  const change = (next: Speakers) => {
    try {
      localStorage.setItem(name, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing has no list of speakers.
    }
    for (const one of heard) one();
  };
  return [speakersIn(kept), change];
}

function keptAs(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** The time now, each second while somebody looks at it. */
export function useSecond(isRunning: boolean): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(new Date());
    const timer = setInterval(() => {
      setNow(new Date());
    }, SECOND_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);
  return now;
}
