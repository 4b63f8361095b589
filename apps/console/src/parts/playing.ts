import { useEffect, useRef, useState } from 'react';

/** How long one event stands while they are played: long enough to be read out. */
const EACH_MS = 1_500;

/** Whether events are being played one after the other, and what starts and stops it. */
export type Playing = Readonly<{ isPlaying: boolean; toggle: () => void }>;

/**
 * Goes on by itself from one event to the next. `at` names the one that is shown; `step` shows the
 * one after it, null at the last: there it stops.
 */
export function usePlaying(at: string, step: (() => void) | null): Playing {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef(step);
  latest.current = step;
  const isLast = step === null;
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (isLast) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => latest.current?.(), EACH_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isPlaying, at, isLast]);
  return {
    isPlaying,
    toggle: () => {
      setPlaying(!isPlaying && !isLast);
    },
  };
}
