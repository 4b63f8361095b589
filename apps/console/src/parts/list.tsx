import type { ReactNode } from 'react';
import { useText } from '../app/text.ts';
import { useList } from '../data/use-list.ts';
import type { Source } from '../data/use-list.ts';
import type { Column } from './columns.ts';
import { ListExport } from './list-export.tsx';
import { partsMessages } from './parts.messages.ts';
import { Problem } from './problem.tsx';
import { Empty, Loading } from './screen.tsx';
import { Table } from './table.tsx';

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
  if (!data) return error ? <Problem error={error} again={refetch} /> : <Loading />;
  return (
    <>
      {error && <Problem error={error} again={refetch} />}
      <div className="list-head no-print">
        <p role="status">{say('count', { count: data.total })}</p>
        {data.total > 0 && <ListExport title={title} source={source} columns={columns} />}
      </div>
      {data.total === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <TableOf caption={title} columns={columns} {...data} idOf={idOf} />
      )}
      {hasNextPage && (
        <p className="list-more">
          {say('shownOf', { shown: data.rows.length, total: data.total })}{' '}
          <button
            type="button"
            className="btn btn-outline-primary"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {say('more')}
          </button>
        </p>
      )}
    </>
  );
}
