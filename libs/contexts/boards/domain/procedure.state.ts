import type {
  BallotForm,
  BoardId,
  DecisionId,
  DecisionSubject,
  ProcedureKind,
} from '../contract/index.js';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import { countingRules } from './earlier-majority.js';
import type { CountingRules } from './earlier-majority.js';
import type { Ballot } from './outcome.js';
import type { ProcedureClosed, ProcedureEvent } from './procedure.events.js';
import type { Electorate } from './sitting.events.js';

/** The states of a procedure, in the order of its lifecycle. */
export const procedureStatuses = ['Open', 'Tied', 'Closed', 'Stopped'] as const;

/** Where a procedure is; `Tied` waits until its tie is broken, `Stopped` ended without an outcome. */
export type ProcedureStatus = (typeof procedureStatuses)[number];

/** An answer that stands, and who gave it for the seat. */
export type Reply = Ballot & Readonly<{ by: PersonRef; as: 'holder' | 'alternate' }>;

/** Somebody who answers for a seat. */
export type Replier = Readonly<{ seat: SeatId; person: PersonRef }>;

/** A hidden answer; one that was changed or cancelled is opened with the others. */
export type SealedReply = Replier & Readonly<{ as: Reply['as']; sealed: string; stands: boolean }>;

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
  form: BallotForm;
  /** Named answers that stand. */
  replies: readonly Reply[];
  /** Of a hidden procedure: every answer, in the order given. */
  sealed: readonly SealedReply[];
  /** What it closed on, while its tie waits. */
  tied: ProcedureClosed['data'] | null;
  /** Of a hidden procedure that has closed. */
  key: string | null;
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
  form: 'named',
  replies: [],
  sealed: [],
  key: null,
  tied: null,
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
      const { openedOn, deadline, closesOn, ballot: form = 'named' } = data;
      const frozen = { kind, board, decision, textSha256, subject, electorate, rulebook };
      return { status: 'Open', ...frozen, form, openedOn, deadline, closesOn };
    }
    case 'ReplyCast':
    case 'ReplyChanged':
      return withReply(state, data);
    case 'ReplyCancelled': {
      const { seat } = data;
      return { replies: butSeat(state.replies, seat), sealed: fallen(state.sealed, seat) };
    }
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
    case 'ProcedureClosed': {
      const { key = null } = data;
      return data.outcome === 'tied'
        ? { status: 'Tied', key, tied: data }
        : { status: 'Closed', key };
    }
    case 'ProcedureTieBroken':
      return { status: 'Closed', tied: null };
    case 'ProcedureStopped':
      return { status: 'Stopped', tied: null };
    case 'DocumentsRequested': // For readers.
    case 'DocumentsSupplied':
      return {};
  }
}

type ReplySaid = Extract<ProcedureEvent, { type: 'ReplyCast' }>['data'];

/** An answer as it was given: seen, or sealed. An earlier one of the seat stands no more. */
function withReply(
  { replies, sealed: before }: ProcedureState,
  { seat, person, choice, sealed, as: standIn }: ReplySaid,
): Partial<ProcedureState> {
  const as = standIn ?? 'holder';
  if (choice !== undefined) {
    return { replies: [...butSeat(replies, seat), { seat, choice, by: person, as }] };
  }
  if (sealed === undefined) return {};
  return { sealed: [...fallen(before, seat), { seat, person, as, sealed, stands: true }] };
}

function fallen(sealed: readonly SealedReply[], seat: SeatId): readonly SealedReply[] {
  return sealed.map((one) => (one.seat === seat ? { ...one, stands: false } : one));
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
