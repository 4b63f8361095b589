import type { ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Empty, Heading, Loading } from '../../parts/screen.tsx';
import { Table } from '../../parts/table.tsx';
import { ActLink } from './act-link.tsx';
import { Calendar } from './calendar.tsx';
import { useDeskColumns } from './columns.tsx';
import { deskMessages } from './desk.messages.ts';
import { isFresh, useLastVisit } from './last-visit.ts';
import { nameOf } from './move.ts';
import type { Move } from './move.ts';
import { NextSitting } from './next-sitting.tsx';
import { Rows } from './rows.tsx';
import { useDesk } from './use-aside.ts';
import type { Desk } from './use-aside.ts';
import { useInbox } from './use-inbox.ts';
import type { Inbox } from './use-inbox.ts';
import { Week } from './week.tsx';

/** It has the sentences of all events: what waits is there before them. */
const Digest = lazy(async () => ({ default: (await import('./digest.tsx')).Digest }));

/** What waits for who is signed in, the most urgent first. */
export function DeskScreen(): ReactNode {
  const say = useText(deskMessages);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInbox();
  const last = useLastVisit();
  return (
    <>
      <Heading title={say('title')} />
      {error && <Problem error={error} again={refetch} />}
      {data ? <Moves inbox={data} last={last} /> : !error && <Loading />}
      {hasNextPage && (
        <p className="list-more">
          <button
            type="button"
            className="btn btn-outline-primary"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {say('more')}
          </button>
        </p>
      )}
      <Suspense>{last !== null && <Digest last={last} />}</Suspense>
      <Calendar />
    </>
  );
}

function Moves({ inbox, last }: Readonly<{ inbox: Inbox; last: string | null }>): ReactNode {
  const { moves } = inbox;
  const desk = useDesk(moves);
  return (
    <>
      {inbox.total > 0 && <Waiting {...{ inbox, desk, last, moves }} />}
      {desk.shown.length === 0 && <Nothing isAside={desk.aside.length > 0} />}
      {desk.aside.length > 0 && <Aside desk={desk} />}
    </>
  );
}

function Nothing({ isAside }: Readonly<{ isAside: boolean }>): ReactNode {
  const say = useText(deskMessages);
  return (
    <Empty>
      <p>{say(isAside ? 'emptyButAside' : 'empty')}</p>
      <NextSitting />
    </Empty>
  );
}

function Waiting({
  inbox,
  desk,
  last,
  moves,
}: Readonly<{
  inbox: Inbox;
  desk: Desk;
  last: string | null;
  moves: readonly Move[];
}>): ReactNode {
  const say = useText(deskMessages);
  const { shown, snooze, setDone } = desk;
  const columns = useDeskColumns(last, desk);
  const by = (put: (move: Move) => void) => (place: number) => {
    const move = shown[place];
    if (move && !move.overdue) put(move);
  };
  return (
    <>
      <Since last={last} moves={moves} />
      <p className="desk-count" role="status">
        <strong>{say('count', { total: inbox.total - desk.aside.length })}</strong>{' '}
        {inbox.overdue > 0 && <Chip tone="late">{say('late', { count: inbox.overdue })}</Chip>}{' '}
        {inbox.dueSoon > 0 && <Chip tone="soon">{say('soon', { count: inbox.dueSoon })}</Chip>}
      </p>
      <Week moves={moves} />
      {shown.length > 0 && (
        <>
          <Rows acts={{ e: by(setDone), h: by(snooze) }}>
            <Table
              file={say('title')}
              caption={say('title')}
              columns={columns}
              rows={shown}
              idOf={({ id }) => id}
            />
          </Rows>
          <p className="no-print">{say('keys')}</p>
        </>
      )}
    </>
  );
}

/** What stands aside is still waited for: it is told, and taken back from here. */
function Aside({ desk: { aside, takeBack } }: Readonly<{ desk: Desk }>): ReactNode {
  const say = useText(deskMessages);
  return (
    <details className="no-print">
      <summary>{say('asideCount', { count: aside.length })}</summary>
      <p>{say('asideLead')}</p>
      <ul>
        {aside.map((move) => (
          <li key={move.id}>
            <ActLink move={move} />, {move.title}{' '}
            <button
              type="button"
              className="btn btn-outline-primary btn-small"
              aria-label={`${say('takeBack')}: ${nameOf(move)}`}
              onClick={() => {
                takeBack(move);
              }}
            >
              {say('takeBack')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
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
