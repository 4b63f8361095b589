import { useEffect, useRef, useState } from 'react';
import { useMoment } from '../app/moment.ts';
import type { AskFailed, Moment } from '../data/ask.ts';
import { allRows } from '../data/use-list.ts';
import type { Source, Whole } from '../data/use-list.ts';
import type { Column } from './columns.ts';
import { keepExport, keptExport } from './kept-export.ts';
import { paceOf } from './pace.ts';
import type { Pace } from './pace.ts';
import { failureOf, useFile } from './use-file.ts';
import type { FileKind } from './use-file.ts';

type Kind = FileKind | 'print';

/** An export of a list, and how far it has come; no pace while none is under way. */
export type Export = Readonly<{
  pace: Pace | null;
  error: AskFailed | null;
  begin: (kind: Kind) => void;
  cancel: () => void;
}>;

/** What is exported. */
type Exported<Data, Filter extends object, Row> = Readonly<{
  title: string;
  source: Source<Data, Filter, Row>;
  columns: readonly Column<Row>[];
  /** Prints the page with these rows. */
  toPaper: (rows: readonly Row[]) => void;
}>;

/** Exports a list, or prints all of it; what a reload broke off goes on with the page, as of the same moment. */
export function useExport<Data, Filter extends object, Row>(
  list: Exported<Data, Filter, Row>,
): Export {
  const writeFile = useFile({ name: list.title, columns: list.columns });
  // What goes on after a reload was begun before the name of the instance was known.
  const latest = useRef(writeFile);
  useEffect(() => {
    latest.current = writeFile;
  });
  const shown = useMoment();
  const [pace, setPace] = useState<Pace | null>(null);
  const [error, setError] = useState<AskFailed | null>(null);
  const stop = useRef<AbortController | null>(null);

  const write = async (kind: Kind, moment: Moment | null) => {
    const { signal } = (stop.current = new AbortController());
    setError(null);
    setPace(paceOf({ done: 0, total: 0 }, 0));
    try {
      const { rows, shown: at } = await read(list.source, { kind, moment, signal, setPace });
      if (kind === 'print') list.toPaper(rows);
      else await latest.current(kind, rows, at);
      keepExport(null);
    } catch (failure) {
      setError(signal.aborted ? null : failureOf(failure));
      // A reload breaks questions off as a lost network does: both go on where the page is again.
      if (signal.aborted || failureOf(failure).code !== 'OFFLINE') keepExport(null);
    } finally {
      setPace(null);
    }
  };

  const again = useRef(write);
  useEffect(() => {
    const kept = keptExport(location.href);
    if (kept) void again.current(kept.kind, kept.moment);
    return () => stop.current?.abort();
  }, []);

  return {
    ...{ pace, error },
    begin: (kind) => void write(kind, shown),
    cancel: () => stop.current?.abort(),
  };
}

type Way = Readonly<{
  kind: Kind;
  moment: Moment | null;
  signal: AbortSignal;
  setPace: (pace: Pace) => void;
}>;

/** Reads all rows; of which moment is kept as soon as it is known, for a reload. */
async function read<Data, Filter extends object, Row>(
  source: Source<Data, Filter, Row>,
  { kind, moment, signal, setPace }: Way,
): Promise<Whole<Row>> {
  const address = location.href;
  const began = performance.now();
  return await allRows(source, {
    ...{ moment, signal },
    onProgress: (so) => {
      setPace(paceOf(so, performance.now() - began));
    },
    onMoment: (first) => {
      // Nobody wants a page that prints itself once it is loaded again.
      if (kind !== 'print') keepExport({ address, kind, moment: moment ?? first });
    },
  });
}
