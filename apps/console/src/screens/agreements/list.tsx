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
import { agreementKind, agreementStatus } from '../../words/agreements.ts';
import { Agreements } from './agreements.documents.ts';
import { agreementsMessages } from './agreements.messages.ts';

type Row = ResultOf<typeof Agreements>['agreements']['edges'][number]['node'];

const statuses = Object.keys(agreementStatus.it) as (keyof typeof agreementStatus.it)[];

/** Accordi: every one that the reader may see, by state. */
export function AgreementsScreen(): ReactNode {
  const say = useText(agreementsMessages);
  const status = useFilter('status', statuses);
  const statusWord = useText(agreementStatus);
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
          document: Agreements,
          filter: { status },
          connectionIn: ({ agreements }) => agreements,
        }}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={<p>{say('empty')}</p>}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useText(agreementsMessages);
  const statusWord = useText(agreementStatus);
  const formats = useFormats();
  const kindWord = useText(agreementKind);
  return [
    {
      key: 'title',
      title: say('name'),
      value: ({ title }) => title,
      cell: ({ id, title }) => <ObjectLink id={id}>{title}</ObjectLink>,
    },
    { key: 'kind', title: say('kind'), value: ({ kind }) => kindWord(kind) },
    {
      key: 'status',
      title: say('status'),
      value: ({ status }) => statusWord(status),
      cell: ({ status }) => <Chip>{statusWord(status)}</Chip>,
    },
    {
      key: 'term',
      title: say('term'),
      value: ({ start, end }) => `${formats.day(start)} – ${formats.day(end)}`,
    },
    {
      key: 'total',
      title: say('total'),
      isNumber: true,
      value: ({ total }) => euros(total.cents),
      cell: ({ total }) => formats.money(total.cents),
    },
    {
      key: 'waitingFor',
      title: say('waitingFor'),
      value: ({ waitingFor }) => waitingFor.map((partner) => partner?.name ?? '').join(', '),
    },
  ];
}
