import type { ReactNode } from 'react';
import { useText } from '../app/text.ts';
import type { Source } from '../data/use-list.ts';
import type { Column } from './columns.ts';
import { FileButtons } from './file-buttons.tsx';
import type { Pace } from './pace.ts';
import { partsMessages } from './parts.messages.ts';
import { Problem } from './problem.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { useTimeLeft } from './time-left.ts';
import { useExport } from './use-export.ts';

type Props<Data, Filter extends object, Row> = Readonly<{
  title: string;
  source: Source<Data, Filter, Row>;
  columns: readonly Column<Row>[];
  /** Prints the page with these rows. */
  toPaper: (rows: readonly Row[]) => void;
}>;

/** All rows of a list as a file or on paper, with its filters and its moment. */
export function ListExport<Data, Filter extends object, Row>(
  props: Props<Data, Filter, Row>,
): ReactNode {
  const say = useText(partsMessages);
  const { pace, error, begin, cancel } = useExport(props);
  return (
    <div role="group" aria-label={say('download')} className="list-export">
      {pace ? (
        <>
          <Exporting pace={pace} />
          <button type="button" className="btn btn-outline-primary" onClick={cancel}>
            {say('cancel')}
          </button>
        </>
      ) : (
        <FileButtons begin={begin} />
      )}
      {error && <Problem error={error} />}
    </div>
  );
}

/** How many rows of how many, at which rate and for how long still. */
function Exporting({
  pace: { done, total, rate, etaSeconds },
}: Readonly<{ pace: Pace }>): ReactNode {
  const say = useText(partsMessages);
  const left = useTimeLeft();
  const label = say('exporting', { done, total, rate: Math.round(rate), left: left(etaSeconds) });
  return <ProgressBar label={label} done={done} total={total} />;
}
