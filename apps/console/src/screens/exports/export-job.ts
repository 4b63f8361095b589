import type { Moment } from '../../data/ask.ts';

/** What is exported: one kind of list. */
export const exportKinds = [
  'agreements',
  'decisions',
  'events',
  'networks',
  'partners',
  'plans',
] as const;
/** A kind of list. */
export type ExportKind = (typeof exportKinds)[number];

/** What a file is made of: chosen in the wizard, and all of it in its address. */
export type ExportOrder = Readonly<{
  kind: ExportKind;
  /** Of which state; null of all. */
  status: string | null;
  /** By their keys, in the order of the list. */
  columns: readonly string[];
  format: 'csv' | 'xlsx';
  /** Of the sheet, whatever the page speaks. */
  language: 'en' | 'it';
}>;

/** A file that was made, and until when this browser keeps it. */
export type MadeFile = Readonly<{
  name: string;
  blob: Blob;
  rows: number;
  /** In hexadecimal; null where the browser reckons none. */
  sha256: string | null;
  expiresAt: string;
}>;

/** An export of this browser: it goes on whenever its page is open, until it has ended. */
export type ExportJob = ExportOrder &
  Readonly<{
    id: string;
    /** Whose it is: nobody else at this browser is shown it. */
    person: string;
    state: 'cancelled' | 'failed' | 'finished' | 'running';
    startedAt: string;
    endedAt: string | null;
    /** What all its rows show, once that is known: a reload goes on with the same. */
    moment: Moment | null;
    /** Position of the last event that the rows know of. */
    position: string | null;
    file: MadeFile | null;
    failure: Readonly<{ code: string; message: string }> | null;
  }>;

const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;

/** Until when a file that is made now is kept. */
export function expiryOf(now: Date): string {
  return new Date(now.getTime() + KEPT_MS).toISOString();
}

/** Without a file whose time is over; that it was made stays known. */
export function withoutExpired(job: ExportJob, now: Date): ExportJob {
  const isOver = job.file !== null && Date.parse(job.file.expiresAt) <= now.getTime();
  return isOver ? { ...job, file: null } : job;
}

/** What an address orders, as far as it says something that there is. */
export function orderIn(search: Readonly<Record<string, string | undefined>>): ExportOrder {
  const { cosa, stato, colonne, formato, lingua } = search;
  return {
    kind: exportKinds.find((kind) => kind === cosa) ?? 'decisions',
    status: stato ?? null,
    columns: colonne?.split(',').filter((key) => key !== '') ?? [],
    format: formato === 'csv' ? 'csv' : 'xlsx',
    language: lingua === 'en' ? 'en' : 'it',
  };
}

/** The columns of a list that are ordered: all of them where none is named. */
export function chosenOf<Column extends Readonly<{ key: string }>>(
  all: readonly Column[],
  keys: readonly string[],
): readonly Column[] {
  const chosen = all.filter(({ key }) => keys.includes(key));
  return chosen.length === 0 ? all : chosen;
}
