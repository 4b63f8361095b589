import type { ReactNode } from 'react';
import { euros, useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Column } from '../../parts/columns.ts';
import { Chip } from '../../parts/chip.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { StatusList, useStatusColumn } from '../../parts/status-list.tsx';
import { agreementKind, agreementStatus } from '../../words/agreements.ts';
import { Agreements } from './agreements.documents.ts';
import { endsSoon } from './ends-soon.ts';
import { agreementsMessages } from './agreements.messages.ts';

type Row = ResultOf<typeof Agreements>['agreements']['edges'][number]['node'];

/** Agreements: every one that the reader may see, by state. */
export function AgreementsScreen(): ReactNode {
  const say = useText(agreementsMessages);
  return (
    <StatusList
      title={say('title')}
      label={say('status')}
      words={agreementStatus}
      document={Agreements}
      connectionIn={({ agreements }) => agreements}
      columns={useColumns()}
      empty={say('empty')}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const titleOf = useTitle();
  const say = useText(agreementsMessages);
  const status = useStatusColumn<Row['status'], Row>(agreementStatus, say('status'));
  const formats = useFormats();
  const kindWord = useText(agreementKind);
  return [
    {
      key: 'title',
      title: say('name'),
      value: titleOf,
      cell: (row) => <ObjectLink id={row.id}>{titleOf(row)}</ObjectLink>,
    },
    { key: 'kind', title: say('kind'), value: ({ kind }) => kindWord(kind) },
    status,
    {
      key: 'term',
      title: say('term'),
      value: ({ start, end }) => `${formats.day(start)} – ${formats.day(end)}`,
      cell: ({ start, end, status: state }) => (
        <>
          {`${formats.day(start)} – ${formats.day(end)}`}{' '}
          {state === 'IN_FORCE' && endsSoon(end, new Date()) && (
            <Chip tone="soon">{say('endsSoon')}</Chip>
          )}
        </>
      ),
    },
    {
      key: 'total',
      title: say('total'),
      ...{ isNumber: true, as: 'money' },
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
