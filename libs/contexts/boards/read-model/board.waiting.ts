import { authority, awaits, body, chair, end, lead, presidency } from '@tavolo/waiting';
import { seat, secretary, signers, waitingPart } from '@tavolo/waiting';
import type { Capacity, Move, Who } from '@tavolo/waiting';
import { boardTable } from './board.projection.js';
import type { BoardRow, OfficeRow, SeatRow } from './board.projection.js';

/** Whose move it is about a body as such, and who sits in it, chairs it, keeps its minutes. */
export const boardWaiting = waitingPart<BoardRow, BoardRow['status']>({
  name: 'board',
  categories: ['board'],
  table: boardTable,
  statusOf: ({ status }) => status,
  states: {
    Established: awaits(['appointChair', 'appointSecretary', 'constituteBoard'], missing),
    Constituted: awaits(['renewBoard'], (row) => [renewal(row)]),
    Prorogued: awaits(['renewBoard'], (row) => [renewal(row)]),
    Dissolved: end,
  },
  beside: {
    moves: ['appointMember'],
    of: (row) =>
      row.seats
        .filter(({ status }) => status === 'Designated' && !row.dissolved)
        .map(({ seat: key }) => ({ move: 'appointMember', who: keeperOf(row), key })),
  },
  place: ({ id: board, network, plan, name, nameEn }) => ({
    ...{ board, network, plan, title: name, titleEn: nameEn },
  }),
  capacities: (row) => [
    ...row.seats.flatMap((one) => ofSeat(row.id, one)),
    ...officers(row.chairs, 'chair', [chair(row.id), signers(row.id), presidency(row.id)]),
    ...officers(row.viceChairs, 'vice', [presidency(row.id)]),
    ...officers(row.secretaries, 'secretary', [
      ...[secretary(row.id), signers(row.id), presidency(row.id)],
    ]),
  ],
});

/** Who composes a body: the lead of its network, or the authority that established it. */
function keeperOf({ network }: BoardRow): Who {
  return network === null ? authority : lead(network, 'membership');
}

/** GB-7, GB-8: what it still lacks to sit. */
function missing(row: BoardRow): readonly Move[] {
  const who = keeperOf(row);
  const lacking: readonly Move[] = [
    ...(row.chairs.length === 0 ? [{ move: 'appointChair', who } as const] : []),
    ...(row.secretaries.length === 0 ? [{ move: 'appointSecretary', who } as const] : []),
  ];
  return lacking.length > 0 ? lacking : [{ move: 'constituteBoard', who }];
}

/** GB-6: acts after its term are refused. */
function renewal(row: BoardRow): Move {
  return { move: 'renewBoard', who: keeperOf(row), due: { on: row.termUntil } };
}

/** A seat that passed on is the mandate of who holds it last. */
function ofSeat(board: string, { seat: id, person, ...term }: SeatRow): readonly Capacity[] {
  if (term.from === null) return [];
  const gives = [seat(board, id), body(board)];
  return [{ id, holder: person, gives, isMandate: true, from: term.from, until: term.until }];
}

function officers(
  terms: readonly OfficeRow[],
  role: string,
  gives: readonly Who[],
): readonly Capacity[] {
  return terms.map(({ n, person, from, until }) => ({
    ...{ id: `${role}-${String(n)}`, holder: person, gives, isMandate: true, from, until },
  }));
}
