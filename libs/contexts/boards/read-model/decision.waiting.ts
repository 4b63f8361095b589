import { atRest, awaits, body, end, presidency, process, secretary } from '@tavolo/waiting';
import { signers, waitingPart } from '@tavolo/waiting';
import type { Move, Read } from '@tavolo/waiting';
import type { DecisionStatus } from '../contract/index.js';
import { boardTable } from './board.projection.js';
import { decisionTable } from './decision.projection.js';
import type { DecisionRow } from './decision.projection.js';
import { laterMoves, laterMovesOf } from './decision.later.waiting.js';
import { procedureTable } from './procedure.rows.js';
import { sittingTable } from './sitting.rows.js';

/** Whose move it is about a decision, from its proposal to its effect. */
export const decisionWaiting = waitingPart<DecisionRow, DecisionStatus>({
  name: 'decision',
  categories: ['decision'],
  table: decisionTable,
  reads: [boardTable, procedureTable, sittingTable],
  statusOf: ({ status }) => status,
  states: {
    Proposed: awaits(['giveOpinion'], ({ board }) => [
      { move: 'giveOpinion', who: secretary(board) },
    ]),
    UnderInstruction: awaits(['markReady'], ({ board }) => [
      { move: 'markReady', who: secretary(board) },
    ]),
    ReadyForAgenda: awaits(['putOnAgenda'], ({ board }) => [
      { move: 'putOnAgenda', who: presidency(board) },
    ]),
    OnAgenda: awaits(['deliberate'], (row, read) => [deliberation(row, read)]),
    Deferred: awaits(['putOnAgenda'], ({ board }) => [
      { move: 'putOnAgenda', who: presidency(board) },
    ]),
    Approved: awaits(['signDecision', 'awaitRoute', 'decideAgain'], (row) => [signature(row)]),
    Adopted: awaits(['numberDecision'], () => [
      { move: 'numberDecision', who: process('numbering') },
    ]),
    Numbered: awaits(['publishDecision'], ({ board }) => [
      { move: 'publishDecision', who: secretary(board) },
    ]),
    Published: awaits(['makeEffective'], ({ publication }) => [
      {
        ...{ move: 'makeEffective', who: process('effect') },
        due: publication ? { on: publication.effectiveFrom } : null,
      },
    ]),
    Effective: atRest('it has effect; what it orders is awaited where it is done'),
    Suspended: awaits(['decideAgain'], ({ board }) => [{ move: 'decideAgain', who: body(board) }]),
    ...{ Withdrawn: end, Rejected: end, Revoked: end, Annulled: end, Superseded: end },
    ...{ Implemented: end, Lapsed: end },
  },
  beside: { moves: laterMoves, of: (row) => laterMovesOf(row) },
  place: ({ board, plan, title, titleEn }, read) => ({
    ...{ board, plan, title, titleEn, network: read.get(boardTable, board)?.network ?? null },
  }),
});

/**
 * D-9: nobody signs before the route that it is on has its result, and never against one that
 * binds; whoever is asked on the route is awaited there.
 */
function signature({ board, route, routeResult, routeBinds }: DecisionRow): Move {
  if (route !== null && routeResult === null) {
    return { move: 'awaitRoute', who: process('routeOrigin'), about: route };
  }
  const isKeptOut = routeResult === 'withdrawn' || (routeResult === 'failed' && routeBinds);
  return isKeptOut
    ? { move: 'decideAgain', who: body(board) }
    : { move: 'signDecision', who: signers(board) };
}

/** The body, at the sitting on whose agenda it is, or by the deadline of the procedure. */
function deliberation({ board, sitting, procedure }: DecisionRow, read: Read) {
  const held = sitting === null ? null : read.get(sittingTable, sitting)?.at;
  const asked = procedure === null ? null : read.get(procedureTable, procedure)?.deadline;
  const at = held ?? asked;
  const about = sitting ?? procedure;
  return {
    move: 'deliberate',
    who: body(board),
    due: at == null ? null : { at },
    ...(about !== null && { about }),
  } as const;
}
