import type { ResultOf } from '../../data/graphql.ts';
import { meterOf } from '../../parts/vote/quorum.ts';
import type { Meter, SeatNow } from '../../parts/vote/quorum.ts';
import type { TheSitting } from './sitting.documents.ts';

/** The sitting of the page. */
export type Sitting = NonNullable<ResultOf<typeof TheSitting>['sitting']>;
/** One item of its agenda. */
export type Item = Sitting['items'][number];

const DONE: ReadonlySet<string> = new Set(['VOTE_CLOSED', 'DEFERRED']);
const RUNNING: ReadonlySet<string> = new Set(['OPENED', 'IN_SESSION']);

/** The sitting is on: presence and votes are recorded. */
export function isRunning({ status }: Sitting): boolean {
  return RUNNING.has(status);
}

/** Nothing more is done in it. */
export function isOver(sitting: Sitting): boolean {
  return sitting.status !== 'CONVENED' && !isRunning(sitting);
}

/** Who holds a seat of the body, by name. */
export function nameOfSeat({ board }: Sitting, seat: string): string {
  return board?.seats.find((one) => one.seat === seat)?.person.name ?? seat;
}

/** The item that the address names, or else the first that is not done with. */
export function itemInHand({ items }: Sitting, named: string | undefined): Item | null {
  const first = items.find(({ status }) => !DONE.has(status));
  return items.find(({ item }) => item === named) ?? first ?? items.at(-1) ?? null;
}

/** Nothing on the agenda waits any more. */
export function isDone({ items }: Sitting): boolean {
  return items.every(({ status }) => DONE.has(status));
}

/** Who sits for a seat now. */
export function sitterOf(
  { attendance }: Sitting,
  seat: string,
): Sitting['attendance'][number] | null {
  return attendance.find((one) => one.seat === seat && one.leftAt === null) ?? null;
}

/** Who was in the sitting, each once, by name. */
export function peopleThere({
  attendance,
}: Sitting): readonly Readonly<{ id: string; name: string }>[] {
  const named = attendance.map(
    ({ person: { id, name } }) => [id, { id, name: name ?? '—' }] as const,
  );
  return [...new Map(named).values()];
}

/** The seats of the body, as they stand for an item now. */
export function seatsNow(sitting: Sitting, item: Item | null): readonly SeatNow[] {
  const out = (item?.conflicts ?? []).filter(({ status }) => status === 'RECUSED');
  return (sitting.board?.seats ?? []).map(({ seat, category, status }) => ({
    ...{ seat, category, isFilled: status === 'APPOINTED' },
    isPresent: sitterOf(sitting, seat) !== null,
    isRecused: out.some((one) => one.seat === seat),
  }));
}

/** The rule of the quorum: in second call that of the second call. */
export function quorumRuleOf({ board, call }: Sitting) {
  if (!board) return null;
  const { quorum, secondCall } = board.rulebook;
  return call === 'SECOND' ? (secondCall ?? quorum) : quorum;
}

/** The quorum for an item now. */
export function meterNow(sitting: Sitting, item: Item | null): Meter | null {
  const { board } = sitting;
  const rule = quorumRuleOf(sitting);
  if (!board || !rule || board.seats.length === 0) return null;
  return meterOf(rule, seatsNow(sitting, item), { seatCount: board.seatCount });
}
