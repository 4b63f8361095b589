import { awaits, body, chair, end, person, presidency, seat, secretary } from '@tavolo/waiting';
import { waitingPart } from '@tavolo/waiting';
import type { Move, Read, Who } from '@tavolo/waiting';
import { boardTable } from './board.projection.js';
import { lastVoteOf } from './sitting-item.rows.js';
import { sittingTable } from './sitting.rows.js';
import type { ItemRow, SittingRow, VoteRow } from './sitting.rows.js';

/** The states of a sitting that a row can be in. */
export type SittingRowStatus =
  | 'Closed'
  | 'Convened'
  | 'Deserted'
  | 'InSession'
  | 'MinutesApproved'
  | 'MinutesDrafted'
  | 'Opened';

/** Whose move it is in a sitting: before it, at each item, and until its minutes stand. */
export const sittingWaiting = waitingPart<SittingRow, SittingRowStatus>({
  name: 'sitting',
  categories: ['sitting'],
  table: sittingTable,
  reads: [boardTable],
  statusOf: ({ status }) => status as SittingRowStatus,
  states: {
    Convened: awaits(['openSitting', 'attendSitting'], ({ board, at, notified }) => [
      { move: 'openSitting', who: presidency(board), due: { at } },
      ...notified.map((id): Move => ({
        ...{ move: 'attendSitting', who: seat(board, id), key: id, due: { at } },
      })),
    ]),
    Opened: awaits(['verifyQuorum', 'settleConflict'], inSession),
    InSession: awaits(
      [
        ...(['castVote', 'closeVote', 'breakTie', 'settleConflict', 'verifyQuorum'] as const),
        ...(['openVote', 'closeSitting'] as const),
      ],
      inSession,
    ),
    Closed: awaits(['draftMinutes'], ({ board }) => [
      { move: 'draftMinutes', who: secretary(board) },
    ]),
    MinutesDrafted: awaits(['approveMinutes'], approval),
    Deserted: end,
    MinutesApproved: end,
  },
  place: (row, read) => placeOf(row, read),
});

function placeOf({ board }: SittingRow, read: Read) {
  const found = read.get(boardTable, board);
  const { network = null, plan = null, name = null, nameEn = null } = found ?? {};
  return { board, network, plan, title: name, titleEn: nameEn };
}

/** The item in hand first; when none is left the sitting can be closed. */
function inSession(row: SittingRow): readonly Move[] {
  const moves = row.items.flatMap((item) => [...conflicts(row, item), ...ofItem(row, item)]);
  return moves.length > 0 ? moves : [{ move: 'closeSitting', who: presidency(row.board) }];
}

/** X-7, GB-3: an open declaration blocks who made it, until the chair has decided. */
function conflicts({ board }: SittingRow, { item, decision, conflicts: all }: ItemRow) {
  return all
    .filter(({ status }) => status === 'Declared')
    .map(({ seat: id }): Move => ({
      ...{ move: 'settleConflict', who: chair(board), key: `${item}!${id}`, about: decision },
    }));
}

function ofItem(row: SittingRow, one: ItemRow): readonly Move[] {
  const { item, decision, status } = one;
  const vote = lastVoteOf(one);
  const who = presidency(row.board);
  const about = { key: item, about: decision };
  switch (status) {
    case 'OnAgenda':
      return [{ move: 'verifyQuorum', who, ...about }];
    case 'QuorumVerified':
      return [{ move: 'openVote', who, ...about }];
    case 'VoteOpen':
      return [
        ...(vote ? voters(row, { item, decision, vote }) : []),
        { move: 'closeVote', who, ...about },
      ];
    case 'VoteTied':
      return [{ move: 'breakTie', who: breaker(row, vote), ...about }];
    default:
      return [];
  }
}

/** D-2: who presides or keeps the minutes records a draw; the seat that presided votes again. */
function breaker(row: SittingRow, vote: VoteRow | null): Who {
  const id = vote?.result?.tie?.seat ?? null;
  if (vote === null || id === null) return presidency(row.board);
  // Once nobody sits for the seat any more, who presides can put the matter off.
  return sitterFor(row, id, vote)[0]?.who ?? presidency(row.board);
}

type Voting = Readonly<{ item: string; decision: string; vote: VoteRow }>;

/**
 * D-1: every seat that is entitled, present, not recused, and has not voted. It is said who has
 * not voted, and never what anybody voted; of a secret vote not even who has, so all stay asked
 * until it is closed (D-3), and on paper nobody casts here.
 */
function voters(row: SittingRow, { item, decision, vote }: Voting): readonly Move[] {
  if (vote.form === 'secretOnPaper') return [];
  const conflicted = row.items
    .filter((one) => one.item === item)
    .flatMap((one) => one.conflicts.filter(({ status }) => status !== 'Dismissed'));
  const out = new Set([...vote.electorate.recused, ...conflicted.map((one) => one.seat)]);
  const voted = new Set(vote.ballots.map((ballot) => ballot.seat));
  return vote.electorate.members
    .filter(({ seat: id }) => !out.has(id) && !voted.has(id))
    .flatMap(({ seat: id }) => sitterFor(row, id, vote))
    .map(({ id, who }) => ({ move: 'castVote', who, key: `${item}!${id}`, about: decision }));
}

/** The seat itself when its holder sits; an alternate by name; a delegate by the seat they hold. */
function sitterFor(row: SittingRow, id: string, { electorate }: VoteRow) {
  const here = row.attendance.find((one) => one.seat === id && one.leftAt === null);
  if (here) {
    const who = here.as === 'holder' ? seat(row.board, id) : person(here.person);
    return [{ id, who }];
  }
  const to = electorate.delegations?.find((one) => one.seat === id)?.to;
  const delegate = row.attendance.find((one) => one.seat === to && one.leftAt === null);
  return delegate ? [{ id, who: person(delegate.person) }] : [];
}

/** GB-9, X-5: anybody who was present and did not draft them; one of them is enough. */
function approval({ board, attendance, minutesDraftedBy }: SittingRow): readonly Move[] {
  const present = new Set(attendance.map((one) => one.person));
  present.delete(minutesDraftedBy ?? '');
  if (present.size === 0) return [{ move: 'approveMinutes', who: body(board) }];
  return [...present].map((one) => ({
    ...{ move: 'approveMinutes', who: person(one), key: one, anyOne: true },
  }));
}
