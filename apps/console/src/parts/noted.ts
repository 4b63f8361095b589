import { useEffect, useSyncExternalStore } from 'react';
import type { About } from './list-files.ts';

/** What a page says of what it shows: by what it is filtered, or how many rows of how many. */
type Kind = 'filter' | 'rows';
type Note = Readonly<{ kind: Kind; name: string; value: string | null }>;

/** Notes of the page that is open, in the order in which its parts came. */
const notes = new Map<string, Note>();
const listeners = new Set<() => void>();
const told: Record<Kind, About> = { filter: [], rows: [] };

function tell(): void {
  for (const kind of ['filter', 'rows'] as const) {
    told[kind] = [...notes.values()].flatMap(({ kind: of, name, value }) =>
      of !== kind || value === null ? [] : [[name, value] as const],
    );
  }
  for (const listener of listeners) listener();
}

/** Notes, for files and for paper, what a part of the page shows; a value of null notes nothing. */
export function useNote(id: string, { kind, name, value }: Note): void {
  useEffect(() => {
    notes.set(id, { kind, name, value });
    tell();
  }, [id, kind, name, value]);
  useEffect(
    () => () => {
      notes.delete(id);
      tell();
    },
    [id],
  );
}

/** What the page that is open is filtered by, in words. */
export function notedFilters(): About {
  return told.filter;
}

/** What is noted of the page that is open, now and whenever that changes. */
export function useNotes(kind: Kind): About {
  return useSyncExternalStore(listen, () => told[kind]);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
