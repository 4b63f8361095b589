import type { ReactNode } from 'react';
import type { Column } from './columns.ts';
import { HeldExport } from './held-export.tsx';
import { OnDay, When } from './when.tsx';

/** Rows under their columns; the first column names its row. On a narrow screen a row is a card. */
export function Table<Row>({
  caption,
  columns,
  rows,
  idOf,
  foot,
  file,
}: Readonly<{
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** Sums below, one for each column. */
  foot?: readonly ReactNode[];
  /** The name of its files; without one it has none. */
  file?: string;
}>): ReactNode {
  const table = (
    <table className="table rows">
      <caption className="visually-hidden">{caption}</caption>
      <Head columns={columns} />
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            <Cells row={row} columns={columns} />
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot>
          <tr>
            {columns.map(({ key, isNumber }, place) => (
              <td key={key} className={isNumber === true ? 'numbers' : undefined}>
                {foot[place]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (file === undefined) return table;
  return (
    <div className="with-files">
      <HeldExport name={file} columns={columns} rows={rows} />
      {table}
    </div>
  );
}

/** What the columns of a table are called. */
export function Head<Row>({ columns }: Readonly<{ columns: readonly Column<Row>[] }>): ReactNode {
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, isNumber }) => (
          <th key={key} scope="col" className={isNumber === true ? 'numbers' : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What a row holds, each under its column. */
export function Cells<Row>({
  row,
  columns,
}: Readonly<{ row: Row; columns: readonly Column<Row>[] }>): ReactNode {
  return columns.map((column, place) => (
    <Cell key={column.key} row={row} column={column} isName={place === 0} />
  ));
}

function Cell<Row>({
  row,
  column,
  isName,
}: Readonly<{ row: Row; column: Column<Row>; isName: boolean }>): ReactNode {
  const { title, cell, isNumber } = column;
  const content = cell ? cell(row) : <Value row={row} column={column} />;
  const className = isNumber === true ? 'numbers' : undefined;
  if (isName)
    return (
      <th scope="row" className={className}>
        {content}
      </th>
    );
  return (
    <td className={className} data-title={title}>
      {content}
    </td>
  );
}

/** What a file holds, as a page writes it. */
function Value<Row>({
  row,
  column: { value, as },
}: Readonly<{ row: Row; column: Column<Row> }>): ReactNode {
  const of = value(row);
  if (typeof of !== 'string') return of;
  if (as === 'instant') return <When at={of} />;
  return as === 'day' ? <OnDay day={of} /> : of;
}
