import type { Moment, Shown } from '../../data/ask.ts';
import { allRows } from '../../data/use-list.ts';
import type { Progress, Source } from '../../data/use-list.ts';
import type { Column } from '../../parts/columns.ts';
import type { WriteList } from '../../parts/use-file.ts';
import { chosenOf } from './export-job.ts';
import type { ExportOrder } from './export-job.ts';

/** How a file is made, and what is told meanwhile. */
export type Making = Readonly<{
  order: ExportOrder;
  moment: Moment | null;
  signal: AbortSignal;
  onProgress: (so: Progress) => void;
  onMoment: (shown: Moment) => void;
  write: WriteList;
}>;

/** A list that files can be made of, in the language in which it is asked for. */
export type Exportable = Readonly<{
  title: string;
  columns: readonly Readonly<{ key: string; title: string }>[];
  /** Its states, where it has some. */
  statuses: readonly (readonly [value: string, word: string])[];
  make: (how: Making) => Promise<Readonly<{ blob: Blob; rows: number; shown: Shown | null }>>;
}>;

/** A list as something that files are made of. */
export function exportable<Data, Filter extends object, Row>({
  title,
  columns,
  statuses = [],
  sourceOf,
}: Readonly<{
  title: string;
  columns: readonly Column<Row>[];
  statuses?: Exportable['statuses'];
  sourceOf: (status: string | null) => Source<Data, Filter, Row>;
}>): Exportable {
  return {
    title,
    columns: columns.map((column) => ({ key: column.key, title: column.title })),
    statuses,
    make: async ({ order, write, ...how }) => {
      const { rows, shown } = await allRows(sourceOf(order.status), how);
      const chosen = chosenOf(columns, order.columns);
      const [, status] = statuses.find(([value]) => value === order.status) ?? [];
      const named = columns.find(({ key }) => key === 'status')?.title ?? '';
      const filters = status === undefined ? [] : [[named, status] as const];
      const list = { kind: order.format, name: title, columns: chosen, rows, shown, filters };
      const blob = await write(list);
      return { blob, rows: rows.length, shown };
    },
  };
}
