import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Table } from '../../parts/table.tsx';
import { When } from '../../parts/when.tsx';
import { decisionStatus, seatStatus, sittingStatus } from '../../words/boards.ts';
import { boardMessages } from './board.messages.ts';
import type { Board } from './shape.ts';

type Props = Readonly<{ board: Board }>;

/** Who sits in it, on whose behalf. */
export function Seats({ board: { seats, seatCount } }: Props): ReactNode {
  const say = useText(boardMessages);
  const status = useText(seatStatus);
  const columns: readonly Column<Board['seats'][number]>[] = [
    { key: 'person', title: say('person'), value: ({ person }) => person.name ?? '—' },
    { key: 'category', title: say('category'), value: ({ category }) => category },
    {
      ...{ key: 'organisation', title: say('organisation') },
      value: ({ organisation }) => organisation?.name ?? null,
      cell: ({ organisation }) =>
        organisation && <ObjectLink id={organisation.id}>{organisation.name}</ObjectLink>,
    },
    {
      ...{ key: 'status', title: say('status') },
      value: (seat) => status(seat.status),
      cell: (seat) => <Chip>{status(seat.status)}</Chip>,
    },
    { key: 'from', title: say('since'), value: ({ from }) => from, as: 'day' },
    { key: 'until', title: say('until'), value: ({ until }) => until, as: 'day' },
  ];
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">{say('seats')}</h2>
      <p>{say('seatsLead', { count: seatCount })}</p>
      {seats.length === 0 ? (
        <p>{say('noSeats')}</p>
      ) : (
        <Table
          file={say('seats')}
          caption={say('seats')}
          columns={columns}
          rows={seats}
          idOf={({ seat }) => seat}
        />
      )}
    </section>
  );
}

/** Its sittings, the latest first. */
export function SittingsOf({ board: { sittings } }: Props): ReactNode {
  const say = useText(boardMessages);
  const status = useText(sittingStatus);
  const columns: readonly Column<Board['sittings'][number]>[] = [
    {
      ...{ key: 'at', title: say('at') },
      ...{ value: ({ at }) => at, as: 'instant' },
      cell: ({ id, at }) => (
        <ObjectLink id={id}>
          <When at={at} />
        </ObjectLink>
      ),
    },
    {
      ...{ key: 'status', title: say('status') },
      value: (sitting) => status(sitting.status),
      cell: (sitting) => <Chip>{status(sitting.status)}</Chip>,
    },
    { key: 'place', title: say('place'), value: ({ place }) => place },
  ];
  const rows = sittings.toReversed();
  return (
    <section aria-labelledby="sittings">
      <h2 id="sittings">{say('sittings')}</h2>
      {rows.length === 0 ? (
        <p>{say('noSittings')}</p>
      ) : (
        <Table
          file={say('sittings')}
          caption={say('sittings')}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
        />
      )}
    </section>
  );
}

/** What was proposed to it, and what became of it. */
export function DecisionsOf({ board: { decisions } }: Props): ReactNode {
  const say = useText(boardMessages);
  const status = useText(decisionStatus);
  const titleOf = useTitle();
  const columns: readonly Column<Board['decisions'][number]>[] = [
    {
      ...{ key: 'title', title: say('title') },
      value: titleOf,
      cell: (decision) => <ObjectLink id={decision.id}>{titleOf(decision)}</ObjectLink>,
    },
    { key: 'number', title: say('number'), value: ({ number }) => number },
    {
      ...{ key: 'status', title: say('status') },
      value: (decision) => status(decision.status),
      cell: (decision) => <Chip>{status(decision.status)}</Chip>,
    },
  ];
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{say('decisions')}</h2>
      {decisions.length === 0 ? (
        <p>{say('noDecisions')}</p>
      ) : (
        <Table
          caption={say('decisions')}
          file={say('decisions')}
          columns={columns}
          rows={decisions}
          idOf={({ id }) => id}
        />
      )}
    </section>
  );
}
