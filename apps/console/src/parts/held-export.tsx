import type { ReactNode } from 'react';
import { use, useState } from 'react';
import { useText } from '../app/text.ts';
import type { AskFailed, Shown } from '../data/ask.ts';
import type { Column } from './columns.ts';
import { FileButtons } from './file-buttons.tsx';
import { fileMessages } from './file.messages.ts';
import { Problem } from './problem.tsx';
import { ShownMoment } from './shown-moment.ts';
import { failureOf, useFile } from './use-file.ts';

/** Rows that the page holds already, as a file or on paper. */
export function HeldExport<Row>({
  name,
  columns,
  rows,
  shown: told,
}: Readonly<{
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Which moment they show, where that is not the one of the part of the page around them. */
  shown?: Shown | null;
}>): ReactNode {
  const say = useText(fileMessages);
  const around = use(ShownMoment);
  const shown = told ?? around;
  const write = useFile({ name, columns });
  const [error, setError] = useState<AskFailed | null>(null);
  return (
    <div
      role="group"
      aria-label={say('download', { list: name })}
      className="list-export held-export no-print"
    >
      <FileButtons
        begin={(kind) => {
          if (kind === 'print') {
            print();
            return;
          }
          setError(null);
          write(kind, rows, shown).catch((failure: unknown) => {
            setError(failureOf(failure));
          });
        }}
      />
      {error && <Problem error={error} />}
    </div>
  );
}
