import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { ProcedureAsked } from './procedure.commands.js';
import type { ProcedureEvent } from './procedure.events.js';
import { ongoing } from './procedure.lapse.js';
import { concluded } from './procedure.objections.js';
import { cancelledReplies } from './procedure.replies.js';
import { isOf } from './procedure.state.js';
import type { ProcedureState, Replier } from './procedure.state.js';
import { sittingRules } from './sitting.rules.js';

/** A member declares an interest in the matter, for themself only. */
export function declareProcedureConflict(
  command: ProcedureAsked<'DeclareProcedureConflict'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { seat, declaration } = command.data;
  const { person } = command.by;
  const kept = ongoing(command, state);
  if (kept) return kept;
  const member = state.electorate.members.find((one) => one.seat === seat);
  if (!member) return refuse(sittingRules.SeatNotEntitled, { seat });
  if (member.person !== person && member.alternate !== person) {
    return refuse(sittingRules.NotTheHolder, { seat });
  }
  const known = [...state.declared, ...state.recused].some((one) => one.seat === seat);
  if (known) return refuse(sittingRules.ConflictDeclared, { seat });
  const data = { seat, person, declaration: declaration ?? null };
  return accept({ type: 'ProcedureConflictDeclared', data });
}

/**
 * Another person says whether it is a conflict. Upheld, the seat is out at once, for there
 * is no room to leave (GB-3): what it had said is cancelled and stays readable, quorum and base
 * are reckoned anew. This can be done after the deadline, for until then nothing comes of it.
 */
export function resolveProcedureConflict(
  command: ProcedureAsked<'ResolveProcedureConflict'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { seat, upheld } = command.data;
  const declared = state.declared.find((one) => one.seat === seat);
  if (!declared) return refuse(sittingRules.NoConflictDeclared, { seat });
  if (declared.person === command.by.person) return refuse(sittingRules.OwnConflict);
  if (!upheld) {
    return concluded(state, command, [{ type: 'ProcedureConflictDismissed', data: { seat } }]);
  }
  const { person } = declared;
  const out = { type: 'ProcedureConflictUpheld', data: { seat, person } } as const;
  const cancelled = [...cancelledReplies(state, declared), ...cancelledObjections(state, declared)];
  return concluded(state, command, [out, ...cancelled]);
}

function cancelledObjections({ objections }: ProcedureState, out: Replier) {
  return objections
    .filter((one) => isOf(one, out))
    .map(({ seat }) => ({ type: 'ObjectionCancelled', data: { seat } }) as const);
}
