import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Column } from '../../parts/columns.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { StatusList, useStatusColumn } from '../../parts/status-list.tsx';
import { networkLevel, networkStatus } from '../../words/networks.ts';
import { Networks } from './networks.documents.ts';
import { networksMessages } from './networks.messages.ts';

type Row = ResultOf<typeof Networks>['networks']['edges'][number]['node'];

/** Networks: every one that the reader may see, by state. */
export function NetworksScreen(): ReactNode {
  const say = useText(networksMessages);
  return (
    <StatusList
      title={say('title')}
      label={say('status')}
      words={networkStatus}
      document={Networks}
      connectionIn={({ networks }) => networks}
      columns={useColumns()}
      empty={say('empty')}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const titleOf = useTitle();
  const say = useText(networksMessages);
  const status = useStatusColumn<Row['status'], Row>(networkStatus, say('status'));
  const levelWord = useText(networkLevel);
  return [
    {
      key: 'title',
      title: say('name'),
      value: titleOf,
      cell: (row) => <ObjectLink id={row.id}>{titleOf(row)}</ObjectLink>,
    },
    status,
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
      value: ({ parent }) => parent && titleOf(parent),
      cell: ({ parent }) => parent && <ObjectLink id={parent.id}>{titleOf(parent)}</ObjectLink>,
    },
  ];
}
