import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Column } from '../../parts/columns.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { StatusList, useStatusColumn } from '../../parts/status-list.tsx';
import { decisionStatus } from '../../words/boards.ts';
import { Decisions } from './decisions.documents.ts';
import { decisionsMessages } from './decisions.messages.ts';

type Row = ResultOf<typeof Decisions>['decisions']['edges'][number]['node'];

/** Decisions: every one that the reader may see, by state. */
export function DecisionsScreen(): ReactNode {
  const say = useText(decisionsMessages);
  return (
    <StatusList
      title={say('title')}
      label={say('status')}
      words={decisionStatus}
      document={Decisions}
      connectionIn={({ decisions }) => decisions}
      columns={useColumns()}
      empty={say('empty')}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const titleOf = useTitle();
  const say = useText(decisionsMessages);
  const status = useStatusColumn<Row['status'], Row>(decisionStatus, say('status'));
  return [
    {
      key: 'number',
      title: say('number'),
      value: ({ number }) => number ?? '',
      cell: (row) => <ObjectLink id={row.id}>{row.number ?? titleOf(row)}</ObjectLink>,
    },
    { key: 'title', title: say('name'), value: titleOf },
    status,
    {
      key: 'board',
      title: say('board'),
      value: ({ board }) => board?.name ?? '',
      cell: ({ board }) => board && <ObjectLink id={board.id}>{board.name}</ObjectLink>,
    },
    {
      key: 'effectiveOn',
      title: say('effectiveOn'),
      ...{ value: ({ effectiveOn }) => effectiveOn, as: 'day' },
    },
  ];
}
