import type { Moment } from '../data/ask.ts';

/** An export that was begun and has not ended: of which page, as which file, as of which moment. */
export type KeptExport = Readonly<{ address: string; kind: 'csv' | 'xlsx'; moment: Moment | null }>;

const NAME = 'tavolo.export';

/** The export that this tab was about when its page was left or loaded again; null where none was. */
export function keptExport(address: string): KeptExport | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as KeptExport | null;
    return kept?.address === address ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps what is being exported, for as long as it is; null forgets it. */
export function keepExport(what: KeptExport | null): void {
  try {
    if (what === null) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, JSON.stringify(what));
  } catch {
    // A browser that keeps nothing begins the export anew when it is asked to.
  }
}
