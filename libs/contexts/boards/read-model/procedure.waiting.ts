import { awaits, end, presidency, process, seat, sitter, waitingPart } from '@tavolo/waiting';
import type { Move, Read } from '@tavolo/waiting';
import { boardTable } from './board.projection.js';
import { procedureTable } from './procedure.rows.js';
import type { ProcedureRow } from './procedure.rows.js';

type ProcedureRowStatus = 'Closed' | 'Open' | 'Stopped' | 'Tied';

/** Whose move it is in a procedure without a sitting: of every seat that has not answered. */
export const procedureWaiting = waitingPart<ProcedureRow, ProcedureRowStatus>({
  name: 'procedure',
  categories: ['procedure'],
  table: procedureTable,
  reads: [boardTable],
  statusOf: ({ status }) => status as ProcedureRowStatus,
  states: {
    Open: awaits(['castReply', 'considerSilence', 'settleConflict', 'closeProcedure'], (row) => [
      ...answers(row),
      ...conflicts(row),
      closing(row),
    ]),
    Tied: awaits(['breakTie'], (row) => [breaking(row)]),
    Closed: end,
    Stopped: end,
  },
  place: (row, read) => placeOf(row, read),
});

function placeOf({ board, title }: ProcedureRow, read: Read) {
  const { network = null, plan = null } = read.get(boardTable, board) ?? {};
  return { board, network, plan, title };
}

/**
 * D-1: every seat that was asked, is not out by a conflict and has not answered; its holder or
 * alternate answers. By silence nobody has to, and the deadline is when it is too late to object.
 */
function answers(row: ProcedureRow): readonly Move[] {
  const { board, kind, decision, electorate, deadline } = row;
  const conflicted = row.conflicts.filter(({ status }) => status !== 'Dismissed');
  const standing = [...row.replies, ...row.objections].filter(({ cancelled }) => !cancelled);
  const done = new Set([...conflicted, ...standing].map((one) => one.seat));
  return electorate.members
    .filter(({ seat: id }) => !done.has(id))
    .map(({ seat: id }) => ({
      ...{ move: kind === 'written' ? 'castReply' : 'considerSilence', who: sitter(board, id) },
      ...{ key: id, about: decision, due: { at: deadline } },
    }));
}

/** an open declaration keeps the procedure from coming to an outcome. */
function conflicts({ board, decision, conflicts: all }: ProcedureRow): readonly Move[] {
  return all
    .filter(({ status }) => status === 'Declared')
    .map(({ seat: id }) => ({
      ...{ move: 'settleConflict', who: presidency(board), key: id, about: decision },
    }));
}

/** D-2: who presides or keeps the papers records a draw; the seat that presided votes again. */
function breaking({ board, decision, ending }: ProcedureRow): Move {
  const id = ending?.tie?.seat ?? null;
  const who = id === null ? presidency(board) : seat(board, id);
  return { move: 'breakTie', who, about: decision };
}

function closing({ decision, deadline }: ProcedureRow): Move {
  const who = process('procedure');
  return { move: 'closeProcedure', who, about: decision, due: { at: deadline } };
}
