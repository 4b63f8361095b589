import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { endOf } from './procedure.closing.js';
import type { ProcedureAsked } from './procedure.commands.js';
import type { ProcedureEvent } from './procedure.events.js';
import { standingFor } from './procedure.ballot.js';
import { ongoing } from './procedure.lapse.js';
import type { Said } from './procedure.lapse.js';
import { partOf } from './procedure.opening.js';
import { answerRefusal, replierFor } from './procedure.replies.js';
import { procedureRules } from './procedure.rules.js';
import { evolve } from './procedure.state.js';
import type { ProcedureState } from './procedure.state.js';

/** A seat objects, with reasons that stand in a document; enough of them end the silence. */
export function raiseObjection(
  command: ProcedureAsked<'RaiseObjection'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { data, at, by } = command;
  const { seat, reasons, textSha256, grounds } = data;
  const kept = ongoing(command, state) ?? answerRefusal(data, state);
  if (kept) return kept;
  if (state.kind !== 'silence') return refuse(procedureRules.NotSilence);
  const replier = replierFor(state, { seat, by: by.person, grounds });
  if ('outcome' in replier) return replier;
  if (state.objections.some((one) => one.seat === seat)) {
    return refuse(procedureRules.ObjectedAlready, { seat });
  }
  const { person, as } = replier;
  const standIn = as === 'alternate' ? ({ as } as const) : {};
  const objection = { seat, person, reasons, textSha256, raisedAt: at, ...standIn };
  return concluded(state, command, [{ type: 'ObjectionRaised', data: objection }]);
}

/** A member wants it in a sitting; enough of them end the procedure. Nobody asks it for another. */
export function callForSitting(
  command: ProcedureAsked<'CallForSitting'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { data, at, by } = command;
  const { seat, grounds } = data;
  const kept = ongoing(command, state);
  if (kept) return kept;
  const { sittingCalls } = partOf(state.rulebook, state.kind) ?? {};
  if (sittingCalls === undefined) return refuse(procedureRules.NoSittingCalls);
  const replier = replierFor(state, { seat, by: by.person, grounds });
  if ('outcome' in replier) return replier;
  const { person } = replier;
  if (person !== by.person) return refuse(procedureRules.NotTheMember, { seat });
  if (state.calls.some((one) => one.seat === seat)) {
    return refuse(procedureRules.CalledAlready, { seat });
  }
  const isFinal = state.rulebook.written?.replyChange === 'no';
  if (isFinal && standingFor(state, seat, grounds)) {
    return refuse(procedureRules.ReplyIsFinal, { seat });
  }
  const call = { seat, person, calledAt: at };
  return concluded(state, command, [{ type: 'SittingCalledFor', data: call }]);
}

/**
 * What was said, and the end that follows from it, if one does. While a conflict is open on the
 * matter it does not end, for it may yet take a call or an objection away.
 */
export function concluded(
  state: ProcedureState,
  said: Said,
  events: readonly ProcedureEvent[],
): Decision<ProcedureEvent> {
  const next = events.reduce(evolve, state);
  // After the deadline its closing says how it ends, once it is asked for again.
  const goesOn = next.declared.length > 0 || said.at >= next.deadline;
  const end = goesOn ? null : endOf(next, said);
  return accept(...events, ...(end ? [end] : []));
}
