import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { ChoiceFilter, Filters, useFilter } from '../../parts/filters.tsx';
import { List } from '../../parts/list.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Heading } from '../../parts/screen.tsx';
import { partnerKind, partnerStatus } from '../../words/partners.ts';
import { Partners } from './partner.documents.ts';
import { partnerMessages } from './partner.messages.ts';

type Row = ResultOf<typeof Partners>['partners']['edges'][number]['node'];

const kinds = Object.keys(partnerKind.it) as (keyof typeof partnerKind.it)[];
const statuses = Object.keys(partnerStatus.it) as (keyof typeof partnerStatus.it)[];

/** Organisations: every one that the reader may see, by kind and state. */
export function PartnersScreen(): ReactNode {
  const say = useText(partnerMessages);
  const kindWord = useText(partnerKind);
  const statusWord = useText(partnerStatus);
  const kind = useFilter('kind', kinds);
  const status = useFilter('status', statuses);
  return (
    <>
      <Heading title={say('list')} />
      <Filters>
        <ChoiceFilter
          name="kind"
          label={say('kind')}
          options={kinds.map((one) => [one, kindWord(one)])}
        />
        <ChoiceFilter
          name="status"
          label={say('state')}
          options={statuses.map((one) => [one, statusWord(one)])}
        />
      </Filters>
      <List
        title={say('list')}
        source={{
          document: Partners,
          filter: { kind, status },
          connectionIn: ({ partners }) => partners,
        }}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={<p>{say('empty')}</p>}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useText(partnerMessages);
  const kindWord = useText(partnerKind);
  const statusWord = useText(partnerStatus);
  return [
    {
      key: 'name',
      title: say('name'),
      value: ({ name }) => name,
      cell: ({ id, name }) => <ObjectLink id={id}>{name}</ObjectLink>,
    },
    { key: 'kind', title: say('kind'), value: ({ kind }) => kindWord(kind) },
    {
      key: 'status',
      title: say('state'),
      value: ({ status }) => statusWord(status),
      cell: ({ status }) => <Chip>{statusWord(status)}</Chip>,
    },
    { key: 'territory', title: say('territory'), value: ({ territory }) => territory },
  ];
}
