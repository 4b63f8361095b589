import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision, Instant } from '@tavolo/kernel';
import type { Rulebook } from '../contract/index.js';
import { underAnother } from './earlier-majority.js';
import { tallyOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import { without } from './outcome.count.js';
import type { Ballot } from './outcome.count.js';
import { ballotRules } from './ballot.rules.js';
import { polledReplies, standingIn } from './procedure.ballot.js';
import type { PolledReplies } from './procedure.ballot.js';
import type { ProcedureAsked } from './procedure.commands.js';
import type { ProcedureClosed, ProcedureEvent } from './procedure.events.js';
import { ongoing, stoppedOf } from './procedure.lapse.js';
import type { Said } from './procedure.lapse.js';
import { partOf, presidingRefusal } from './procedure.opening.js';
import { rulesInWriting, silenceOutcomeOf, writtenOutcomeOf } from './procedure.outcome.js';
import { countOf } from './procedure.replies.js';
import { procedureRules } from './procedure.rules.js';
import type { BoxFound } from './sitting.ballot.js';
import type { ProcedureState } from './procedure.state.js';
import { isSettled } from './settled.js';
import { supersededRefusal, termRefusal } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';

/**
 * At the deadline, by its timer, whenever that fires: what counts is what stood then. A body
 * whose term ended before the deadline decides nothing (GB-6); one that ended after it did.
 */
export function closeAtDeadline(
  command: ProcedureAsked<'CloseProcedure'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { data, at } = command;
  const { deadline, closesOn, status, board } = state;
  if (status !== 'Open') return accept(); // It ended before its deadline: nothing to close.
  if (at < deadline) return refuse(procedureRules.NotYetDue, { deadline });
  const { roll, plan } = data.grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: board });
  const kept =
    termRefusal(roll, closesOn) ?? supersededRefusal(state, plan) ?? pendingRefusal(state);
  return kept ?? accept(endOf(state, command) ?? ended(state, command));
}

/** Counted in its form (D-2, D-3), or stopped where that cannot be done. */
function ended(
  state: ProcedureState,
  { data, at, by }: ProcedureAsked<'CloseProcedure' | 'CloseProcedureEarly'>,
): ProcedureEvent {
  const { box } = data.grounds;
  const votes = polledReplies(state, { at, by, ...(box !== undefined && { box }) });
  if ('type' in votes) return votes;
  const closed = closedOf(state, at, votes);
  const { roll } = data.grounds;
  if (!closed.data.tie || !roll) return closed;
  return { ...closed, data: { ...closed.data, termUntil: roll.termUntil } };
}

/** Enough members want it in a sitting, or enough object: it ends, whatever the deadline. */
export function endOf(state: ProcedureState, { at, by }: Said): ProcedureEvent | null {
  const { kind, rulebook, calls, objections } = state;
  const { sittingCalls } = partOf(rulebook, kind) ?? {};
  if (sittingCalls !== undefined && calls.length >= sittingCalls) {
    return stoppedOf(state, { cause: 'sittingCalled', at, by });
  }
  const silence = kind === 'silence' ? rulebook.silence : undefined;
  if (!silence || objections.length < silence.objections) return null;
  if (silence.onObjections === 'rejected') return closedOf(state, at);
  return stoppedOf(state, { cause: 'objections', at, by });
}

/**
 * Before the deadline: a written procedure that was open as long as the rulebook asks, and only
 * once all have replied, or nothing that anybody may still say changes the outcome (D-2).
 */
export function closeEarly(
  command: ProcedureAsked<'CloseProcedureEarly'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { data, today, by } = command;
  const { roll } = data.grounds;
  const { written } = state.rulebook;
  const kept = ongoing(command, state) ?? (roll && presidingRefusal(roll, by.person));
  if (kept) return kept;
  if (state.kind !== 'written' || !written) return refuse(procedureRules.SilenceRunsOut);
  const earliest = daysAfter(state.openedOn, written.minDays);
  if (today < earliest) return refuse(procedureRules.OpenTooShort, { earliest });
  const pending = pendingRefusal(state);
  if (pending) return pending;
  const open = openRefusal(state, data.grounds);
  return open ?? accept(ended(state, command));
}

/**
 * Of answers that are not named it is not asked whether they settle it: that would tell how they
 * stand (D-3). A box that is lost keeps nothing open.
 */
function openRefusal(state: ProcedureState, { box }: BoxFound): Decision<never> | null {
  const { form, electorate, recused } = state;
  if (form === 'named') return mayClose(state) ? null : refuse(procedureRules.OutcomeOpen);
  if (!box) return null;
  const replied = new Set(standingIn(state, box.ballots).map(({ seat }) => seat));
  const out = new Set(recused.map(({ seat }) => seat));
  const silent = electorate.members.filter(({ seat }) => !replied.has(seat) && !out.has(seat));
  return silent.length === 0 ? null : refuse(ballotRules.NotAllReplied);
}

/** A reply that may be changed, and a sitting that may be called for, leave the outcome open. */
function mayClose(state: ProcedureState): boolean {
  const { rulebook, calls } = state;
  const count = countOf(state);
  const silent = without(without(count.entitled, count.recused), count.present);
  if (silent.length === 0) return true;
  const { replyChange, sittingCalls } = rulebook.written ?? {};
  const calling = calls.filter(({ seat }) => !silent.includes(seat)).length + silent.length;
  if (replyChange !== 'no' || (sittingCalls !== undefined && calling >= sittingCalls)) return false;
  return isSettled(count, rulesInWriting(rulebook), count.entitled);
}

/** X-7, GB-3: while a conflict is open on the matter, it comes to no outcome. */
function pendingRefusal({ declared }: ProcedureState): Decision<never> | null {
  const [unresolved] = declared;
  return unresolved ? refuse(sittingRules.ConflictUnresolved, { seat: unresolved.seat }) : null;
}

/** Other rules than the frozen ones, and what was counted where that is not named answers. */
type Counting = Readonly<{ another?: Rulebook | undefined; ballots?: readonly Ballot[] }>;

/** What a procedure comes to as it stands; under another rulebook, what it would have. */
export function procedureOutcomeOf(
  state: ProcedureState,
  { another, ballots }: Counting = {},
): Outcome {
  const rulebook = underAnother(state.rulebook, another);
  if (state.kind === 'written') {
    return writtenOutcomeOf(countOf(state, ballots), rulebook, state.form);
  }
  const rule = rulebook.silence ?? state.rulebook.silence;
  // Opened under a rulebook that has the part; without one nobody's silence could be assent.
  if (!rule) return { outcome: 'inquorate', trace: [] };
  const objections = state.objections.map(({ seat }) => seat);
  return silenceOutcomeOf({ ...countOf(state), objections }, rulebook, rule);
}

/** The end with an outcome, computed (D-2). */
export function closedOf(
  state: ProcedureState,
  at: Instant,
  { ballots, published }: PolledReplies = namedOf(state),
): ProcedureClosed {
  const { board, decision, textSha256, deadline, kind, recused } = state;
  const { trace, ...reached } = procedureOutcomeOf(state, { ballots });
  const out = recused.map(({ seat }) => seat);
  const objected = state.objections.map(({ seat }) => seat);
  const free = without(without(countOf(state).entitled, out), objected).length;
  const spread =
    kind === 'written' ? tallyOf(ballots) : { for: free, against: objected.length, abstain: 0 };
  const of = { board, decision, textSha256, ...reached };
  const tally = { ...spread, recused: out.length };
  const counted = { replied: ballots.map(({ seat }) => seat), objected, recused: out };
  const when = { deadline, early: at < deadline, closedAt: at };
  return {
    type: 'ProcedureClosed',
    data: { ...of, tally, trace, ...counted, ...when, ...published },
  };
}

function namedOf({ replies }: ProcedureState): PolledReplies {
  return { ballots: replies.map(({ seat, choice }) => ({ seat, choice })), published: {} };
}
