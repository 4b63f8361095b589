import type { JsonObject } from '@tavolo/event-store';
import type { Instant, LocalDate, Refusal, Sha256 } from '@tavolo/kernel';
import type { ProcessCommand, ProcessEvent, ProcessInput, TimedProcess } from '@tavolo/process';
import type { TimedReaction } from '@tavolo/process';
import type { BoardId, DecisionId, ProcedureId } from '../contract/index.js';
import type { DeferralCause } from '../domain/decision.events.js';
import type {
  ProcedureClosed,
  ProcedureEvent,
  ProcedureOpened,
  ProcedureStopped,
} from '../domain/procedure.events.js';

/** The procedure, once it was heard of; `due` once its deadline has come. */
type Procedure = Readonly<{
  id: ProcedureId;
  board: BoardId;
  decision: DecisionId;
  textSha256: Sha256;
  due: boolean;
  /** How often its closing was asked for: each command has a name of its own. */
  asked: number;
}>;
type Heard = Procedure | null;
type Answered = Extract<ProcessInput, { kind: 'answer' }>;

/**
 * What a procedure means for its decision, and what its deadline means for it: opened, the
 * decision is put to it; at the deadline it closes, once, however late the timer fires; closed or
 * stopped, the decision has its result with the trace, or can be put to the body again. Closed on
 * a tie that is to be broken, the decision waits with it, at most until the body's term is over.
 */
export const procedureProcess: TimedProcess<Heard> = {
  name: 'procedure',
  categories: ['procedure'],
  initial: null,
  keyOf: ({ type, stream }) => (heard.has(type) ? stream.slice('procedure-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'event') return onFact(state, input.event);
    if (state === null) return { state }; // Nothing was asked before it opened.
    if (input.kind === 'answer') return onAnswer(state, input);
    return input.timer.name === TERM
      ? voiding(state, 'termOver')
      : closing({ ...state, due: true });
  },
};

const heard = new Set<string>([
  ...(['ProcedureOpened', 'ProcedureExtended', 'ProcedureClosed', 'ProcedureStopped'] as const),
  ...(['ProcedureConflictUpheld', 'ProcedureConflictDismissed', 'ProcedureTieBroken'] as const),
] satisfies readonly ProcedureEvent['type'][]);

function onFact(state: Heard, event: ProcessEvent): TimedReaction<Heard> {
  const { type, data } = event as unknown as ProcedureEvent;
  if (type === 'ProcedureOpened') return opened(event.stream as ProcedureId, data);
  if (state === null) return { state };
  switch (type) {
    case 'ProcedureExtended':
      return { state, timers: [deadlineAt(data.deadline)] };
    case 'ProcedureClosed':
      if (data.outcome === 'tied') return { state, timers: [noTimer, ...termOf(data)] };
      return { state, commands: [resultOf(state, data)], timers: [noTimer] };
    case 'ProcedureTieBroken':
      return {
        state,
        commands: [resultOf(state, { ...data, closedAt: data.brokenAt })],
        timers: [{ cancel: TERM }],
      };
    case 'ProcedureStopped':
      return stopped(state, data);
    case 'ProcedureConflictUpheld':
    case 'ProcedureConflictDismissed':
      // The deadline came while the conflict was open: now it can close.
      return state.due ? closing(state) : { state };
    default:
      return { state };
  }
}

function opened(
  id: ProcedureId,
  { board, decision, textSha256, deadline }: ProcedureOpened['data'],
): TimedReaction<Heard> {
  const state = { id, board, decision, textSha256, due: false, asked: 0 };
  const put = toDecision(state, 'ScheduleDecision', { procedure: id, textSha256 });
  return { state, commands: [put], timers: [deadlineAt(deadline)] };
}

const noTimer = { cancel: 'deadline' } as const;
const TERM = 'term';

/** GB-6: a tie that nobody breaks does not outlive the term of its body. */
function termOf({ termUntil }: ProcedureClosed['data']) {
  return termUntil === undefined ? [] : [termAfter(termUntil)];
}

function termAfter(after: LocalDate) {
  return { schedule: TERM, after } as const;
}

function deadlineAt(dueAt: Instant) {
  return { schedule: 'deadline', dueAt } as const;
}

function closing(state: Procedure): TimedReaction<Heard> {
  const asked = state.asked + 1;
  const name = asked === 1 ? 'CloseProcedure' : `CloseProcedure ${String(asked)}`;
  return { state: { ...state, asked }, commands: [toProcedure(state, name, {})] };
}

type Ended = Pick<
  ProcedureClosed['data'],
  'closedAt' | 'outcome' | 'tally' | 'textSha256' | 'trace'
>;

function resultOf(state: Procedure, closed: Ended): ProcessCommand {
  const { textSha256, outcome, tally, trace, closedAt } = closed;
  const procedure = state.id;
  if (outcome === 'inquorate' || outcome === 'postponed') {
    const cause = outcome === 'inquorate' ? 'inquorate' : 'tie';
    return toDecision(state, 'DeferDecision', { procedure, cause });
  }
  const type = outcome === 'approved' ? 'ApproveDecision' : 'RejectDecision';
  return toDecision(state, type, { procedure, textSha256, tally, trace, closedAt });
}

/** Without an outcome; one that the decision was never put to has nothing to tell it. */
function stopped(state: Procedure, { cause }: ProcedureStopped['data']): TimedReaction<Heard> {
  if (cause === 'notScheduled') return { state, done: true };
  const deferred: DeferralCause = cause;
  const data = { procedure: state.id, cause: deferred };
  const timers = [noTimer, { cancel: TERM }];
  return { state, commands: [toDecision(state, 'DeferDecision', data)], timers };
}

/** A refusal leads another way, or stops it with the sentence of its rule, for somebody to see. */
function onAnswer(state: Procedure, answer: Answered): TimedReaction<Heard> {
  const { command, outcome } = answer;
  if (command.type === 'ScheduleDecision') {
    return outcome === 'accepted' ? { state } : voiding(state, 'notScheduled');
  }
  if (command.aggregate === 'decision') return { state, done: outcome === 'accepted' };
  if (outcome === 'accepted') return { state };
  const { code, details } = answer.refusal;
  if (command.type === 'VoidProcedure') return onVoiding(state, answer.refusal);
  if (command.type !== 'CloseProcedure') return { state };
  switch (code) {
    case 'NotYetDue': // It was extended as the timer fired.
      return { state: { ...state, due: false }, timers: [deadlineAt(details.deadline as Instant)] };
    case 'TermOver':
      return voiding(state, 'termOver');
    case 'TextSuperseded':
      return voiding(state, 'textSuperseded');
    case 'ConflictUnresolved':
      return { state, waiting: { why: unresolved, owner: state.board } };
    default:
      return { state };
  }
}

/** GB-6: the term of the body was made longer while its tie waited. */
function onVoiding(state: Procedure, { code, details }: Refusal): TimedReaction<Heard> {
  const { termUntil } = details;
  if (code !== 'TermNotOver' || typeof termUntil !== 'string') return { state };
  const timers = [termAfter(termUntil as LocalDate)];
  return { state, timers, waiting: { why: prorogued(termUntil), owner: state.board } };
}

function prorogued(termUntil: string) {
  return {
    it: `I voti sono pari; il mandato dell’organo dura fino al ${termUntil}.`,
    en: `The votes are equal; the term of the body lasts until ${termUntil}.`,
  };
}

const unresolved = {
  it: 'Il termine è scaduto; si chiude quando è deciso il conflitto dichiarato.',
  en: 'The deadline has passed; it closes once the declared conflict is resolved.',
} as const;

function voiding(
  state: Procedure,
  cause: 'notScheduled' | 'termOver' | 'textSuperseded',
): TimedReaction<Heard> {
  return { state, commands: [toProcedure(state, 'VoidProcedure', { cause })] };
}

function toProcedure({ id: target }: Procedure, name: string, data: JsonObject): ProcessCommand {
  const [type = name] = name.split(' ');
  return { name, aggregate: 'procedure', target, type, data };
}

function toDecision(
  { decision: target }: Procedure,
  type: string,
  data: JsonObject,
): ProcessCommand {
  return { name: type, aggregate: 'decision', target, type, data };
}
