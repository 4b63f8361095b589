import { useSyncExternalStore } from 'react';

/** How the page hears of changes: not at all yet, by no way, as they come, not any more, or again. */
export type Connection = 'away' | 'back' | 'deaf' | 'live' | 'none';

let now: Connection = 'none';
const heard = new Set<() => void>();

/** What becomes of the connection when it is made, and when it is lost; of one that was lost, it is back. */
export function connectionAfter(before: Connection, happened: 'closed' | 'connected'): Connection {
  const wasMade = before !== 'none' && before !== 'deaf';
  if (happened === 'closed') return wasMade ? 'away' : 'deaf';
  if (!wasMade) return 'live';
  return before === 'away' ? 'back' : before;
}

/** The connection was made or lost. */
export function connectionHas(happened: 'closed' | 'connected'): void {
  now = connectionAfter(now, happened);
  for (const one of heard) one();
}

/** It was ended because nobody listened any more: who listens next begins anew. */
export function connectionEnded(): void {
  now = 'none';
  for (const one of heard) one();
}

/** The connection of this page, followed. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (one) => {
      heard.add(one);
      return () => heard.delete(one);
    },
    () => now,
  );
}
