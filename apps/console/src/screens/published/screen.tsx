import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Column } from '../../parts/columns.ts';
import { List } from '../../parts/list.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Heading } from '../../parts/screen.tsx';
import { useStatusColumn } from '../../parts/status-list.tsx';
import { decisionStatus } from '../../words/boards.ts';
import { Published } from './published.documents.ts';
import { publishedMessages } from './published.messages.ts';

type Row = ResultOf<typeof Published>['publishedDecisions']['edges'][number]['node'];

/** The register of published decisions, for everybody. */
export function PublishedScreen(): ReactNode {
  const say = useText(publishedMessages);
  return (
    <>
      <Heading title={say('title')}>
        <p>{say('lead')}</p>
      </Heading>
      <PublishedList />
    </>
  );
}

/** The list alone, for pages that show more beside it. */
export function PublishedList(): ReactNode {
  const say = useText(publishedMessages);
  return (
    <List
      title={say('title')}
      source={{
        document: Published,
        filter: {},
        connectionIn: ({ publishedDecisions }) => publishedDecisions,
      }}
      columns={useColumns()}
      idOf={({ id }) => id}
      empty={<p>{say('empty')}</p>}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useText(publishedMessages);
  const status = useStatusColumn<Row['status'], Row>(decisionStatus, say('status'));
  const titleOf = useTitle();
  return [
    {
      key: 'number',
      title: say('number'),
      value: ({ number }) => number ?? '',
      cell: (row) => <ObjectLink id={row.id}>{row.number ?? titleOf(row)}</ObjectLink>,
    },
    { key: 'title', title: say('name'), value: titleOf },
    { key: 'board', title: say('board'), value: ({ board }) => board?.name ?? null },
    {
      key: 'publishedOn',
      title: say('publishedOn'),
      ...{ value: ({ publication }) => publication?.publishedOn ?? null, as: 'day' },
    },
    status,
  ];
}
