import type { ReactNode } from 'react';
import { useId } from 'react';
import { useText } from '../app/text.ts';
import { useList } from '../data/use-list.ts';
import type { Pages, Source } from '../data/use-list.ts';
import type { Column } from './columns.ts';
import { ListExport } from './list-export.tsx';
import { useNote } from './noted.ts';
import { partsMessages } from './parts.messages.ts';
import { Problem } from './problem.tsx';
import { Empty, Loading } from './screen.tsx';
import { Table } from './table.tsx';
import { useAllOnPaper } from './use-all-on-paper.ts';

type Props<Data, Filter extends object, Row> = Readonly<{
  /** What the list is of: the caption of its table, and the name of its files. */
  title: string;
  source: Source<Data, Filter, Row>;
  columns: readonly Column<Row>[];
  idOf: (row: Row) => string;
  /** What stands there while there is none, and why. */
  empty: ReactNode;
  /** How its rows are drawn, where they are many; a table of all that were read unless told. */
  table?: (props: Drawn<Row>) => ReactNode;
}>;

/** The rows of a list that were read, of so many. */
export type Drawn<Row> = Readonly<{
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  total: number;
  idOf: (row: Row) => string;
}>;

/** A list: its count, its table, the next pages, and its files. Filters stand above it. */
export function List<Data, Filter extends object, Row>({
  title,
  source,
  columns,
  idOf,
  empty,
  table: TableOf = Table,
}: Props<Data, Filter, Row>): ReactNode {
  const say = useText(partsMessages);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useList(source);
  const { rows, total, toPaper } = useRows(data);
  const shown = say('shownOf', { shown: rows.length, total });
  useNote(useId(), { kind: 'rows', name: title, value: data ? shown : null });
  if (!data) return error ? <Problem error={error} again={refetch} /> : <Loading />;
  return (
    <>
      {error && <Problem error={error} again={refetch} />}
      <div className="list-head no-print">
        <p role="status">{say('count', { count: data.total })}</p>
        {data.total > 0 && (
          <ListExport title={title} source={source} columns={columns} toPaper={toPaper} />
        )}
      </div>
      {data.total === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <TableOf caption={title} columns={columns} rows={rows} total={data.total} idOf={idOf} />
      )}
      {hasNextPage && (
        <More isUnderWay={isFetchingNextPage} ask={() => void fetchNextPage()}>
          {shown}
        </More>
      )}
    </>
  );
}

/** The rows that there are so far; on paper all. */
function useRows<Row>(data: Pages<Row> | undefined) {
  const { onPaper, toPaper } = useAllOnPaper<Row>();
  const rows = onPaper ?? data?.rows ?? [];
  return { rows, total: onPaper?.length ?? data?.total ?? 0, toPaper };
}

/** How many rows of how many, and the way to more of them. */
function More({
  isUnderWay,
  ask,
  children,
}: Readonly<{ isUnderWay: boolean; ask: () => void; children: string }>): ReactNode {
  const say = useText(partsMessages);
  return (
    <p className="list-more no-print">
      {children}{' '}
      <button type="button" className="btn btn-outline-primary" disabled={isUnderWay} onClick={ask}>
        {say('more')}
      </button>
    </p>
  );
}
