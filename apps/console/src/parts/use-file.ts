import { useFormats } from '../app/formats.ts';
import { useInstance } from '../app/instance.ts';
import { useText } from '../app/text.ts';
import { AskFailed } from '../data/ask.ts';
import type { Shown } from '../data/ask.ts';
import { aboutOf, sha256Of } from './about.ts';
import type { Column } from './columns.ts';
import { fileMessages } from './file.messages.ts';
import { csvOf, download, xlsxOf } from './list-files.ts';
import type { About } from './list-files.ts';
import { notedFilters } from './noted.ts';

/** The kinds of files that a list is written to. */
export type FileKind = 'csv' | 'xlsx';

/** Rows of a list, and what their file says of them. */
export type ListToWrite<Row> = Readonly<{
  kind: FileKind;
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  shown: Shown | null;
  /** What they are filtered by; what the page says of that unless told. */
  filters?: About;
}>;

/** Makes a file of a list. */
export type WriteList = <Row>(list: ListToWrite<Row>) => Promise<Blob>;

/** Makes files of lists, in the language in which it is used. */
export function useWriting(): WriteList {
  const say = useText(fileMessages);
  const { instant, timeZone: zone } = useFormats();
  const instance = useInstance()?.name ?? '';
  return async ({ kind, name, columns, rows, shown, filters = notedFilters() }) => {
    const csv = await csvOf({ columns, rows, zone });
    if (kind === 'csv') return csv;
    const known = { instance, list: name, address: location.href, rows: rows.length, shown };
    const about = aboutOf({ ...known, filters, sha256: await sha256Of(csv) }, { say, instant });
    return await xlsxOf({ columns, rows, zone, about, aboutTitle: say('information') });
  };
}

/** Writes rows to a file, and hands it over. */
type WriteFile<Row> = (kind: FileKind, rows: readonly Row[], shown: Shown | null) => Promise<void>;

/** How a list is written to a file of its name, with what the file says of itself. */
export function useFile<Row>({
  name,
  columns,
}: Pick<ListToWrite<Row>, 'columns' | 'name'>): WriteFile<Row> {
  const write = useWriting();
  return async (kind, rows, shown) => {
    download(`${name}.${kind}`, await write({ kind, name, columns, rows, shown }));
  };
}

/** Why a file was not written, as a problem says it. */
export function failureOf(failure: unknown): AskFailed {
  if (failure instanceof AskFailed) return failure;
  return new AskFailed(failure instanceof Error ? failure.message : '', 'EXPORT_FAILED');
}
