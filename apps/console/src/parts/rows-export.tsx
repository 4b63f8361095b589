import type { ReactNode } from 'react';
import { useText } from '../app/text.ts';
import type { Shown } from '../data/ask.ts';
import type { Column } from './columns.ts';
import { download } from './list-files.ts';
import { partsMessages } from './parts.messages.ts';
import { useAbout, writers } from './use-export.ts';

/** Rows that the page has already, as a file; or on paper what is shown. */
export function RowsExport<Row>({
  title,
  columns,
  rows,
  shown,
}: Readonly<{
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Which moment they show. */
  shown: Shown | null;
}>): ReactNode {
  const say = useText(partsMessages);
  const aboutOf = useAbout(title);
  const write = async (kind: keyof typeof writers) => {
    const about = aboutOf(rows.length, shown);
    download(`${title}.${kind}`, await writers[kind]({ name: title, columns, rows, about }));
  };
  return (
    <div role="group" aria-label={say('download')} className="list-export">
      {(['csv', 'xlsx'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="btn btn-outline-primary"
          onClick={() => void write(kind)}
        >
          {say(kind)}
        </button>
      ))}
      <button
        type="button"
        className="btn btn-outline-primary"
        onClick={() => {
          print();
        }}
      >
        {say('print')}
      </button>
    </div>
  );
}
