import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { named, useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Column } from '../../parts/columns.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { When } from '../../parts/when.tsx';
import { StatusList, useStatusColumn } from '../../parts/status-list.tsx';
import { sittingStatus } from '../../words/boards.ts';
import { Sittings } from './sittings.documents.ts';
import { sittingsMessages } from './sittings.messages.ts';

type Row = ResultOf<typeof Sittings>['sittings']['edges'][number]['node'];

/** Sittings: every one that the reader may see, by state. */
export function SittingsScreen(): ReactNode {
  const say = useText(sittingsMessages);
  return (
    <StatusList
      title={say('title')}
      label={say('status')}
      words={sittingStatus}
      document={Sittings}
      connectionIn={({ sittings }) => sittings}
      columns={useColumns()}
      empty={say('empty')}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useText(sittingsMessages);
  const status = useStatusColumn<Row['status'], Row>(sittingStatus, say('status'));
  const titleOf = useTitle();
  return [
    {
      key: 'at',
      title: say('at'),
      ...{ value: ({ at }) => at, as: 'instant' },
      cell: ({ id, at }) => (
        <ObjectLink id={id}>
          <When at={at} />
        </ObjectLink>
      ),
    },
    {
      key: 'board',
      title: say('board'),
      value: ({ board }) => (board ? titleOf(named(board)) : ''),
      cell: ({ board }) => board && <ObjectLink id={board.id}>{titleOf(named(board))}</ObjectLink>,
    },
    status,
    { key: 'place', title: say('place'), value: ({ place }) => place },
  ];
}
