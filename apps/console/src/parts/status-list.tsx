import type { TadaDocumentNode } from 'gql.tada';
import type { ReactNode } from 'react';
import { useText } from '../app/text.ts';
import type { Messages } from '../app/text.ts';
import type { Connection } from '../data/use-list.ts';
import { Chip } from './chip.tsx';
import type { Column } from './columns.ts';
import { ChoiceFilter, Filters, useFilter } from './filters.tsx';
import { List } from './list.tsx';
import { Heading } from './screen.tsx';

type Page = Readonly<{ first?: number | null; after?: string | null }>;

type Props<Data, Status extends string, Row> = Readonly<{
  title: string;
  /** What a state is called above the filter. */
  label: string;
  /** Every state in words; the filter has them in this order. */
  words: Messages<Status>;
  document: TadaDocumentNode<Data, Page & { status?: Status | null }>;
  connectionIn: (data: Data) => Connection<Row>;
  columns: readonly Column<Row>[];
  empty: string;
}>;

/** Every object of a kind that the reader may see, by its state. */
export function StatusList<Data, Status extends string, Row extends Readonly<{ id: string }>>({
  title,
  label,
  words,
  document,
  connectionIn,
  columns,
  empty,
}: Props<Data, Status, Row>): ReactNode {
  const word = useText(words);
  const statuses = Object.keys(words.it) as Status[];
  const status = useFilter('status', statuses);
  return (
    <>
      <Heading title={title} />
      <Filters>
        <ChoiceFilter
          name="status"
          label={label}
          options={statuses.map((one) => [one, word(one)])}
        />
      </Filters>
      <List
        title={title}
        source={{ document, filter: { status }, connectionIn }}
        columns={columns}
        idOf={({ id }) => id}
        empty={<p>{empty}</p>}
      />
    </>
  );
}

/** The column that says the state of each row. */
export function useStatusColumn<Status extends string, Row extends Readonly<{ status: Status }>>(
  words: Messages<Status>,
  title: string,
): Column<Row> {
  const word = useText(words);
  return {
    ...{ key: 'status', title },
    value: ({ status }) => word(status),
    cell: ({ status }) => <Chip>{word(status)}</Chip>,
  };
}
