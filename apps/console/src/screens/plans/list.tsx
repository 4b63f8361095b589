import type { ReactNode } from 'react';
import { euros, useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { ChoiceFilter, Filters, useFilter } from '../../parts/filters.tsx';
import { List } from '../../parts/list.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Heading } from '../../parts/screen.tsx';
import { planStatus } from '../../words/plans.ts';
import { Plans } from './plans.documents.ts';
import { plansMessages } from './plans.messages.ts';

type Row = ResultOf<typeof Plans>['plans']['edges'][number]['node'];

const statuses = Object.keys(planStatus.it) as (keyof typeof planStatus.it)[];

/** Piani: every one that the reader may see, by state. */
export function PlansScreen(): ReactNode {
  const say = useText(plansMessages);
  const status = useFilter('status', statuses);
  const statusWord = useText(planStatus);
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
          document: Plans,
          filter: { status },
          connectionIn: ({ plans }) => plans,
        }}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={<p>{say('empty')}</p>}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useText(plansMessages);
  const statusWord = useText(planStatus);
  const formats = useFormats();
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
      isNumber: true,
      value: ({ total }) => euros(total.cents),
      cell: ({ total }) => formats.money(total.cents),
    },
  ];
}
