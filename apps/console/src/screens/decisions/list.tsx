import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { ChoiceFilter, Filters, useFilter } from '../../parts/filters.tsx';
import { List } from '../../parts/list.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Heading } from '../../parts/screen.tsx';
import { decisionStatus } from '../../words/boards.ts';
import { Decisions } from './decisions.documents.ts';
import { decisionsMessages } from './decisions.messages.ts';

type Row = ResultOf<typeof Decisions>['decisions']['edges'][number]['node'];

const statuses = Object.keys(decisionStatus.it) as (keyof typeof decisionStatus.it)[];

/** Decisioni: every one that the reader may see, by state. */
export function DecisionsScreen(): ReactNode {
  const say = useText(decisionsMessages);
  const status = useFilter('status', statuses);
  const statusWord = useText(decisionStatus);
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
          document: Decisions,
          filter: { status },
          connectionIn: ({ decisions }) => decisions,
        }}
        columns={useColumns()}
        idOf={({ id }) => id}
        empty={<p>{say('empty')}</p>}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useText(decisionsMessages);
  const statusWord = useText(decisionStatus);
  const formats = useFormats();
  return [
    {
      key: 'number',
      title: say('number'),
      value: ({ number }) => number ?? '',
      cell: ({ id, number, title }) => <ObjectLink id={id}>{number ?? title}</ObjectLink>,
    },
    { key: 'title', title: say('name'), value: ({ title }) => title },
    {
      key: 'status',
      title: say('status'),
      value: ({ status }) => statusWord(status),
      cell: ({ status }) => <Chip>{statusWord(status)}</Chip>,
    },
    {
      key: 'board',
      title: say('board'),
      value: ({ board }) => board?.name ?? '',
      cell: ({ board }) => board && <ObjectLink id={board.id}>{board.name}</ObjectLink>,
    },
    {
      key: 'effectiveOn',
      title: say('effectiveOn'),
      value: ({ effectiveOn }) => (effectiveOn === null ? null : formats.day(effectiveOn)),
    },
  ];
}
