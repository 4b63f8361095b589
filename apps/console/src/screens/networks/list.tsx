import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { ChoiceFilter, Filters, useFilter } from '../../parts/filters.tsx';
import { List } from '../../parts/list.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Heading } from '../../parts/screen.tsx';
import { networkLevel, networkStatus } from '../../words/networks.ts';
import { Networks } from './networks.documents.ts';
import { networksMessages } from './networks.messages.ts';

type Row = ResultOf<typeof Networks>['networks']['edges'][number]['node'];

const statuses = Object.keys(networkStatus.it) as (keyof typeof networkStatus.it)[];

/** Reti: every one that the reader may see, by state. */
export function NetworksScreen(): ReactNode {
  const say = useText(networksMessages);
  const status = useFilter('status', statuses);
  const statusWord = useText(networkStatus);
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
          document: Networks,
          filter: { status },
          connectionIn: ({ networks }) => networks,
        }}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={<p>{say('empty')}</p>}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useText(networksMessages);
  const statusWord = useText(networkStatus);
  const levelWord = useText(networkLevel);
  return [
    {
      key: 'title',
      title: say('name'),
      value: ({ title }) => title,
      cell: ({ id, title }) => <ObjectLink id={id}>{title}</ObjectLink>,
    },
    {
      key: 'status',
      title: say('status'),
      value: ({ status }) => statusWord(status),
      cell: ({ status }) => <Chip>{statusWord(status)}</Chip>,
    },
    { key: 'level', title: say('level'), value: ({ level }) => levelWord(level) },
    {
      key: 'lead',
      title: say('lead'),
      value: ({ lead }) => lead?.name ?? null,
      cell: ({ lead }) => lead && <ObjectLink id={lead.id}>{lead.name}</ObjectLink>,
    },
    {
      key: 'parent',
      title: say('parent'),
      value: ({ parent }) => parent?.title ?? null,
      cell: ({ parent }) => parent && <ObjectLink id={parent.id}>{parent.title}</ObjectLink>,
    },
  ];
}
