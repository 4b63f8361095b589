import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useFormats } from '../app/formats.ts';
import { useInstance } from '../app/instance.ts';
import { useMoment } from '../app/moment.ts';
import { useText } from '../app/text.ts';
import { AskFailed } from '../data/ask.ts';
import { allRows } from '../data/use-list.ts';
import type { Progress, Source } from '../data/use-list.ts';
import type { Column } from './columns.ts';
import { csvOf, download, xlsxOf } from './list-files.ts';
import { partsMessages } from './parts.messages.ts';
import { Problem } from './problem.tsx';
import { ProgressBar } from './progress-bar.tsx';

const writers = { csv: csvOf, xlsx: xlsxOf } as const;
type Kind = keyof typeof writers;

type Props<Data, Filter extends object, Row> = Readonly<{
  title: string;
  source: Source<Data, Filter, Row>;
  columns: readonly Column<Row>[];
}>;

/** All rows of a list as a file, with its filters and its moment; or on paper what is shown. */
export function ListExport<Data, Filter extends object, Row>({
  title,
  source,
  columns,
}: Props<Data, Filter, Row>): ReactNode {
  const say = useText(partsMessages);
  const { instant } = useFormats();
  const instance = useInstance();
  const moment = useMoment();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<AskFailed | null>(null);
  const stop = useRef<AbortController | null>(null);

  const write = async (kind: Kind) => {
    const { signal } = (stop.current = new AbortController());
    setError(null);
    setProgress({ done: 0, total: 0 });
    try {
      const { rows, shown } = await allRows(source, { moment, signal, onProgress: setProgress });
      const about = [
        ['Tavolo', instance?.name ?? ''],
        ['Elenco · List', title],
        ['Indirizzo · Address', location.href],
        ['Stato al · As of', shown?.recordedAt == null ? '' : instant(shown.recordedAt)],
        ['Posizione · Position', shown?.position ?? ''],
        ['Righe · Rows', String(rows.length)],
      ] as const;
      const blob = await writers[kind]({ name: title, columns, rows, about });
      download(`${title}.${kind}`, blob);
    } catch (failure) {
      if (!signal.aborted) setError(failureOf(failure));
    } finally {
      setProgress(null);
    }
  };

  return (
    <div role="group" aria-label={say('download')} className="list-export">
      {progress ? (
        <>
          <ProgressBar label={say('exporting', progress)} {...progress} />
          <button
            type="button"
            className="btn btn-outline-primary"
            onClick={() => stop.current?.abort()}
          >
            {say('cancel')}
          </button>
        </>
      ) : (
        <>
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
        </>
      )}
      {error && <Problem error={error} />}
    </div>
  );
}

function failureOf(failure: unknown): AskFailed {
  if (failure instanceof AskFailed) return failure;
  return new AskFailed(failure instanceof Error ? failure.message : '', 'EXPORT_FAILED');
}
