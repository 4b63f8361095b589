import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { ProcedureAsked } from './procedure.commands.js';
import type { ProcedureEvent } from './procedure.events.js';
import { ongoing, stoppedOf } from './procedure.lapse.js';
import { partOf, presidingRefusal } from './procedure.opening.js';
import { replierFor } from './procedure.replies.js';
import { procedureRules } from './procedure.rules.js';
import type { ProcedureState } from './procedure.state.js';
import { termRefusal } from './sitting.lapse.js';

type Presided = ProcedureAsked<'ExtendProcedure' | 'SupplyDocuments' | 'WithdrawProcedure'>;

/** what keeps even who presides from acting on it: its deadline, the term, the text. */
function presidedRefusal(command: Presided, state: ProcedureState): Decision<never> | null {
  const { roll } = command.data.grounds;
  return ongoing(command, state) ?? (roll && presidingRefusal(roll, command.by.person));
}

/** Once, while it is open, by no more days than the rulebook gives, and within the term (GB-6). */
export function extend(
  command: ProcedureAsked<'ExtendProcedure'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const kept = presidedRefusal(command, state) ?? extensionRefusal(command, state);
  if (kept) return kept;
  const { deadline, grounds } = command.data;
  const { closesOn } = grounds;
  const by = { extendedBy: command.by.person, extendedAt: command.at };
  const data = { deadline, closesOn, previousDeadline: state.deadline, ...by };
  return accept({ type: 'ProcedureExtended', data });
}

function extensionRefusal(
  { data: { deadline, grounds } }: ProcedureAsked<'ExtendProcedure'>,
  state: ProcedureState,
): Decision<never> | null {
  const { roll, closesOn } = grounds;
  const { extensionDays } = partOf(state.rulebook, state.kind) ?? {};
  if (extensionDays === undefined) return refuse(procedureRules.NoExtension);
  if (state.extended) return refuse(procedureRules.ExtendedAlready);
  if (deadline <= state.deadline) {
    return refuse(procedureRules.NoLaterDeadline, { deadline: state.deadline });
  }
  const latest = daysAfter(state.closesOn, extensionDays);
  if (closesOn > latest) return refuse(procedureRules.DeadlineTooLate, { latest, closesOn });
  return roll && termRefusal(roll, closesOn);
}

/** Who opened it for the body gives it up; the decision can be put to the body again. */
export function withdraw(
  command: ProcedureAsked<'WithdrawProcedure'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { at, by } = command;
  const cause = 'procedureWithdrawn';
  return presidedRefusal(command, state) ?? accept(stoppedOf(state, { cause, at, by }));
}

/** Within the days that the rulebook gives; the deadline stays, it may be extended. */
export function requestDocuments(
  command: ProcedureAsked<'RequestDocuments'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { seat, request, grounds } = command.data;
  const { at, by, today } = command;
  const kept = ongoing(command, state);
  if (kept) return kept;
  const { documentRequestDays } = partOf(state.rulebook, state.kind) ?? {};
  if (documentRequestDays === undefined) return refuse(procedureRules.NoDocumentRequests);
  const latest = daysAfter(state.openedOn, documentRequestDays);
  if (today > latest) return refuse(procedureRules.RequestTooLate, { latest });
  const replier = replierFor(state, { seat, by: by.person, grounds });
  if ('outcome' in replier) return replier;
  const data = { seat, person: replier.person, request, requestedAt: at };
  return accept({ type: 'DocumentsRequested', data });
}

/** To all members at once; the text under vote stays what it is. */
export function supplyDocuments(
  command: ProcedureAsked<'SupplyDocuments'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const kept = presidedRefusal(command, state);
  if (kept) return kept;
  const { papers } = command.data;
  if (papers.length === 0) return refuse(procedureRules.NothingSupplied);
  const data = { papers, suppliedBy: command.by.person, suppliedAt: command.at };
  return accept({ type: 'DocumentsSupplied', data });
}
