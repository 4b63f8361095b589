import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { ChoiceFilter, Filters, useFilter } from '../../parts/filters.tsx';
import { List } from '../../parts/list.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Heading } from '../../parts/screen.tsx';
import { sittingStatus } from '../../words/boards.ts';
import { Sittings } from './sittings.documents.ts';
import { sittingsMessages } from './sittings.messages.ts';

type Row = ResultOf<typeof Sittings>['sittings']['edges'][number]['node'];

const statuses = Object.keys(sittingStatus.it) as (keyof typeof sittingStatus.it)[];

/** Sedute: every one that the reader may see, by state. */
export function SittingsScreen(): ReactNode {
  const say = useText(sittingsMessages);
  const status = useFilter('status', statuses);
  const statusWord = useText(sittingStatus);
  return (
    <>
      <Heading title={say('title')} />
      <Filters>
        <ChoiceFilter
          name="status"
          label={say('status')}
          options={statuses.map((one) => [one, statusWord(one)])}
        />
      </Filters>
      <List
        title={say('title')}
        source={{
          document: Sittings,
          filter: { status },
          connectionIn: ({ sittings }) => sittings,
        }}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={<p>{say('empty')}</p>}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useText(sittingsMessages);
  const statusWord = useText(sittingStatus);
  const formats = useFormats();
  return [
    {
      key: 'at',
      title: say('at'),
      value: ({ at }) => formats.instant(at),
      cell: ({ id, at }) => <ObjectLink id={id}>{formats.instant(at)}</ObjectLink>,
    },
    {
      key: 'board',
      title: say('board'),
      value: ({ board }) => board?.name ?? '',
      cell: ({ board }) => board && <ObjectLink id={board.id}>{board.name}</ObjectLink>,
    },
    {
      key: 'status',
      title: say('status'),
      value: ({ status }) => statusWord(status),
      cell: ({ status }) => <Chip>{statusWord(status)}</Chip>,
    },
    { key: 'place', title: say('place'), value: ({ place }) => place },
  ];
}
