import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { useAsk } from '../../data/use-ask.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { Empty, Heading, Shown } from '../../parts/screen.tsx';
import { Table } from '../../parts/table.tsx';
import { ActLink } from './act-link.tsx';
import { Calendar } from './calendar.tsx';
import { MyDesk } from './desk.documents.ts';
import { deskMessages } from './desk.messages.ts';
import { isFresh, useLastVisit } from './last-visit.ts';
import { Rows } from './rows.tsx';
import { Week } from './week.tsx';

type Inbox = ResultOf<typeof MyDesk>['inbox'];

/** What one row of the desk shows. */
type Move = Inbox['moves']['edges'][number]['node'];

/** What waits for who is signed in, the most urgent first. */
export function DeskScreen(): ReactNode {
  const say = useText(deskMessages);
  const desk = useAsk(MyDesk, {}, { isOfNow: true });
  return (
    <>
      <Heading title={say('title')} />
      <Shown of={desk}>{({ inbox }) => <Moves inbox={inbox} />}</Shown>
      <Calendar />
    </>
  );
}

function Moves({ inbox }: Readonly<{ inbox: Inbox }>): ReactNode {
  const say = useText(deskMessages);
  const last = useLastVisit();
  const columns = useColumns(last);
  const moves = inbox.moves.edges.map(({ node }) => node);
  if (inbox.total === 0)
    return (
      <Empty>
        <p>{say('empty')}</p>
        <Link to="/sedute" search={(before) => ({ ...keepMoment(before), status: 'CONVENED' })}>
          {say('next')}
        </Link>
      </Empty>
    );
  return (
    <>
      <Since last={last} moves={moves} />
      <p className="desk-count" role="status">
        <strong>{say('count', { total: inbox.total })}</strong>{' '}
        {inbox.overdue > 0 && <Chip tone="late">{say('late', { count: inbox.overdue })}</Chip>}{' '}
        {inbox.dueSoon > 0 && <Chip tone="soon">{say('soon', { count: inbox.dueSoon })}</Chip>}
      </p>
      <Week moves={moves} />
      <Rows>
        <Table caption={say('title')} columns={columns} rows={moves} idOf={({ id }) => id} />
      </Rows>
      <p className="no-print">{say('keys')}</p>
    </>
  );
}

const SOON_MS = 72 * 3_600_000;

function useColumns(last: string | null): readonly Column<Move>[] {
  const say = useText(deskMessages);
  const formats = useFormats();
  const dueOf = ({ dueAt, dueOn }: Move) => {
    if (dueAt !== null) return formats.instant(dueAt);
    return dueOn === null ? say('undated') : formats.day(dueOn);
  };
  return [
    {
      key: 'what',
      title: say('what'),
      value: ({ what }) => what,
      cell: (move) => (
        <>
          <ActLink move={move} /> {isFresh(move, last) && <Chip>{say('fresh')}</Chip>}{' '}
          {move.confidential && <Chip>{say('confidential')}</Chip>}
        </>
      ),
    },
    { key: 'object', title: say('object'), value: ({ title }) => title },
    {
      key: 'due',
      title: say('due'),
      value: dueOf,
      cell: (move) => (
        <>
          {dueOf(move)} <Urgency move={move} />
        </>
      ),
    },
  ];
}

/** How much is new since who is signed in was last here with this browser; nothing at a first visit. */
function Since({
  last,
  moves,
}: Readonly<{ last: string | null; moves: readonly Move[] }>): ReactNode {
  const say = useText(deskMessages);
  const { instant } = useFormats();
  if (last === null) return null;
  const count = moves.filter((move) => isFresh(move, last)).length;
  return <p>{say('freshCount', { count, when: instant(last) })}</p>;
}

function Urgency({ move: { overdue, dueAt, dueOn } }: Readonly<{ move: Move }>): ReactNode {
  const say = useText(deskMessages);
  if (overdue) return <Chip tone="late">{say('lateChip')}</Chip>;
  const due = dueAt ?? dueOn;
  const isSoon = due !== null && new Date(due).getTime() - Date.now() < SOON_MS;
  return isSoon && <Chip tone="soon">{say('soonChip')}</Chip>;
}
