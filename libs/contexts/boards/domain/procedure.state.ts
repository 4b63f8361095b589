import type { BoardId, DecisionId, DecisionSubject, ProcedureKind } from '../contract/index.js';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import { countingRules } from './earlier-majority.js';
import type { CountingRules } from './earlier-majority.js';
import type { Ballot } from './outcome.js';
import type { ProcedureEvent } from './procedure.events.js';
import type { Electorate } from './sitting.events.js';

/** The states of a procedure, in the order of its lifecycle. */
export const procedureStatuses = ['Open', 'Closed', 'Stopped'] as const;

/** Where a procedure is; `Stopped` ended without an outcome. */
export type ProcedureStatus = (typeof procedureStatuses)[number];

/** An answer that stands, and who gave it for the seat. */
export type Reply = Ballot & Readonly<{ by: PersonRef; as: 'holder' | 'alternate' }>;

/** Somebody who answers for a seat. */
export type Replier = Readonly<{ seat: SeatId; person: PersonRef }>;

/** A procedure, as far as decisions on it read it. */
export type ProcedureState = Readonly<{
  status: ProcedureStatus | null; // Null until opened.
  kind: ProcedureKind;
  board: BoardId;
  decision: DecisionId;
  textSha256: Sha256;
  subject: DecisionSubject;
  electorate: Electorate;
  rulebook: CountingRules;
  openedOn: LocalDate;
  deadline: Instant;
  closesOn: LocalDate;
  extended: boolean;
  replies: readonly Reply[];
  objections: readonly Replier[];
  calls: readonly Replier[];
  /** Conflicts declared and not resolved. */
  declared: readonly Replier[];
  /** Conflicts upheld: these seats are out, and these people for every seat. */
  recused: readonly Replier[];
}>;

/** Before the procedure is opened. */
export const noProcedure: ProcedureState = {
  status: null,
  kind: 'written',
  board: '' as BoardId,
  decision: '' as DecisionId,
  textSha256: '' as Sha256,
  subject: { kind: 'other' },
  electorate: { seats: 0, members: [], chair: null, recused: [] },
  // Never read: `ProcedureOpened` brings the frozen one.
  rulebook: {
    quorum: { kind: 'count', n: 1 },
    majority: { base: 'cast', num: 1, den: 1, strict: false },
    ...{ tie: 'falls', recusedLeaveBase: true, noticeDays: 0, representation: [] },
  },
  openedOn: '' as LocalDate,
  deadline: '' as Instant,
  closesOn: '' as LocalDate,
  extended: false,
  replies: [],
  objections: [],
  calls: [],
  declared: [],
  recused: [],
};

/** What a fact changes. */
export function evolve(state: ProcedureState, event: ProcedureEvent): ProcedureState {
  return { ...state, ...changeOf(state, event) };
}

function changeOf(state: ProcedureState, { type, data }: ProcedureEvent): Partial<ProcedureState> {
  switch (type) {
    case 'ProcedureOpened': {
      const { kind, board, decision, textSha256, subject, electorate, alsoNeeded } = data;
      const rulebook = countingRules(data.rulebook, alsoNeeded);
      const { openedOn, deadline, closesOn } = data;
      const frozen = { kind, board, decision, textSha256, subject, electorate, rulebook };
      return { status: 'Open', ...frozen, openedOn, deadline, closesOn };
    }
    case 'ReplyCast':
    case 'ReplyChanged': {
      const { seat, choice, person: by, as = 'holder' } = data;
      return { replies: [...butSeat(state.replies, seat), { seat, choice, by, as }] };
    }
    case 'ReplyCancelled':
      return { replies: butSeat(state.replies, data.seat) };
    case 'ObjectionRaised':
      return { objections: [...state.objections, replierOf(data)] };
    case 'ObjectionCancelled':
      return { objections: butSeat(state.objections, data.seat) };
    case 'SittingCalledFor':
      return { calls: [...state.calls, replierOf(data)] };
    case 'ProcedureExtended':
      return { extended: true, deadline: data.deadline, closesOn: data.closesOn };
    case 'ProcedureConflictDeclared':
      return { declared: [...state.declared, replierOf(data)] };
    case 'ProcedureConflictUpheld':
      return {
        declared: butSeat(state.declared, data.seat),
        recused: [...state.recused, replierOf(data)],
        // A call is no vote: it falls with who made it, without a fact of its own.
        calls: state.calls.filter((one) => !isOf(one, data)),
      };
    case 'ProcedureConflictDismissed':
      return { declared: butSeat(state.declared, data.seat) };
    case 'ProcedureClosed':
      return { status: 'Closed' };
    case 'ProcedureStopped':
      return { status: 'Stopped' };
    case 'DocumentsRequested': // For readers.
    case 'DocumentsSupplied':
      return {};
  }
}

/** Whether something was said for this seat, or by this person for another (GB-3). */
export function isOf(one: Replier, { seat, person }: Replier): boolean {
  return one.seat === seat || one.person === person;
}

function replierOf({ seat, person }: Replier): Replier {
  return { seat, person };
}

function butSeat<T extends { readonly seat: SeatId }>(these: readonly T[], seat: SeatId) {
  return these.filter((one) => one.seat !== seat);
}
