import type { ReactNode } from 'react';
import { euros, useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Column } from '../../parts/columns.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { StatusList, useStatusColumn } from '../../parts/status-list.tsx';
import { planStatus } from '../../words/plans.ts';
import { Plans } from './plans.documents.ts';
import { plansMessages } from './plans.messages.ts';

type Row = ResultOf<typeof Plans>['plans']['edges'][number]['node'];

/** Plans: every one that the reader may see, by state. */
export function PlansScreen(): ReactNode {
  const say = useText(plansMessages);
  return (
    <StatusList
      title={say('title')}
      label={say('status')}
      words={planStatus}
      document={Plans}
      connectionIn={({ plans }) => plans}
      columns={useColumns()}
      empty={say('empty')}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const titleOf = useTitle();
  const say = useText(plansMessages);
  const status = useStatusColumn<Row['status'], Row>(planStatus, say('status'));
  const formats = useFormats();
  return [
    {
      key: 'title',
      title: say('name'),
      value: titleOf,
      cell: (row) => <ObjectLink id={row.id}>{titleOf(row)}</ObjectLink>,
    },
    status,
    { key: 'region', title: say('region'), value: ({ regionCode }) => regionCode },
    {
      key: 'period',
      title: say('period'),
      value: ({ executionStart, executionEnd }) =>
        `${formats.day(executionStart)} – ${formats.day(executionEnd)}`,
    },
    {
      key: 'total',
      title: say('total'),
      ...{ isNumber: true, as: 'money' },
      value: ({ total }) => euros(total.cents),
      cell: ({ total }) => formats.money(total.cents),
    },
  ];
}
