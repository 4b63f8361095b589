import { refuse } from '@tavolo/kernel';
import type { Decider, Decision } from '@tavolo/kernel';
import { closeAtDeadline, closeEarly } from './procedure.closing.js';
import type { ProcedureCommand } from './procedure.commands.js';
import { declareProcedureConflict, resolveProcedureConflict } from './procedure.conflicts.js';
import type { ProcedureEvent } from './procedure.events.js';
import { voidProcedure } from './procedure.lapse.js';
import { callForSitting, raiseObjection } from './procedure.objections.js';
import { open } from './procedure.opening.js';
import { castReply } from './procedure.replies.js';
import { procedureRules } from './procedure.rules.js';
import { evolve, noProcedure } from './procedure.state.js';
import type { ProcedureState } from './procedure.state.js';
import { castProcedureSecondVote, postponeProcedureTie } from './procedure.tie.js';
import { recordProcedureDraw } from './procedure.tie.js';
import type { OnTie } from './procedure.tie.js';
import { extend, requestDocuments, supplyDocuments, withdraw } from './procedure.times.js';

/**
 * A vote without a sitting, on one decision: a written procedure or a silence procedure. It is
 * one stream, so that an answer, a recusal and the closing cannot race.
 */
export const procedure = { initial: noProcedure, decide, evolve } satisfies Decider<
  ProcedureState,
  ProcedureCommand,
  ProcedureEvent
>;

function decide(command: ProcedureCommand, state: ProcedureState): Decision<ProcedureEvent> {
  const { status } = state;
  if (status === null && command.type === 'OpenProcedure') return open(command);
  // What a process says of one that has ended changes nothing, and is no refusal.
  if (status !== null && command.type === 'CloseProcedure') return closeAtDeadline(command, state);
  if (status !== null && command.type === 'VoidProcedure') return voidProcedure(command, state);
  switch (command.type) {
    case 'RecordProcedureDraw':
      return recordProcedureDraw(command, state);
    case 'CastProcedureSecondVote':
      return castProcedureSecondVote(command, state);
    case 'PostponeProcedureTie':
      return postponeProcedureTie(command, state);
    default:
      return decideOpen(command, state);
  }
}

function decideOpen(
  command: Exclude<ProcedureCommand, OnTie>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { status } = state;
  if (status !== 'Open') return refuse(procedureRules.WrongState, { status });
  switch (command.type) {
    case 'CastReply':
      return castReply(command, state);
    case 'RaiseObjection':
      return raiseObjection(command, state);
    case 'CallForSitting':
      return callForSitting(command, state);
    case 'RequestDocuments':
      return requestDocuments(command, state);
    case 'SupplyDocuments':
      return supplyDocuments(command, state);
    case 'ExtendProcedure':
      return extend(command, state);
    case 'DeclareProcedureConflict':
      return declareProcedureConflict(command, state);
    case 'ResolveProcedureConflict':
      return resolveProcedureConflict(command, state);
    case 'CloseProcedureEarly':
      return closeEarly(command, state);
    case 'WithdrawProcedure':
      return withdraw(command, state);
    case 'OpenProcedure':
    case 'CloseProcedure':
    case 'VoidProcedure':
      return refuse(procedureRules.WrongState, { status });
  }
}
