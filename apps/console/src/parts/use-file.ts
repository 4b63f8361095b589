import { useFormats } from '../app/formats.ts';
import { useInstance } from '../app/instance.ts';
import { useText } from '../app/text.ts';
import { AskFailed } from '../data/ask.ts';
import type { Shown } from '../data/ask.ts';
import { aboutOf, sha256Of } from './about.ts';
import type { Column } from './columns.ts';
import { fileMessages } from './file.messages.ts';
import { csvOf, download, xlsxOf } from './list-files.ts';
import { notedFilters } from './noted.ts';

/** The kinds of files that a list is written to. */
export type FileKind = 'csv' | 'xlsx';

/** Writes rows to a file, and hands it over. */
type WriteFile<Row> = (kind: FileKind, rows: readonly Row[], shown: Shown | null) => Promise<void>;

/** How a list is written to a file of its name, with what the file says of itself. */
export function useFile<Row>({
  name,
  columns,
}: Readonly<{ name: string; columns: readonly Column<Row>[] }>): WriteFile<Row> {
  const say = useText(fileMessages);
  const { instant, timeZone: zone } = useFormats();
  const instance = useInstance()?.name ?? '';
  return async (kind, rows, shown) => {
    const csv = await csvOf({ columns, rows, zone });
    if (kind === 'csv') {
      download(`${name}.csv`, csv);
      return;
    }
    const known = { instance, list: name, address: location.href, rows: rows.length, shown };
    const sha256 = await sha256Of(csv);
    const about = aboutOf({ ...known, filters: notedFilters(), sha256 }, { say, instant });
    const aboutTitle = say('information');
    download(`${name}.xlsx`, await xlsxOf({ columns, rows, zone, about, aboutTitle }));
  };
}

/** Why a file was not written, as a problem says it. */
export function failureOf(failure: unknown): AskFailed {
  if (failure instanceof AskFailed) return failure;
  return new AskFailed(failure instanceof Error ? failure.message : '', 'EXPORT_FAILED');
}
