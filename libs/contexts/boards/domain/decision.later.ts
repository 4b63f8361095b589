import type { DecisionStatus } from '../contract/index.js';
import type { Decision } from '@tavolo/kernel';
import { answerObjection, lodgeObjection, reconsider } from './decision.answers.js';
import {
  assignImplementation,
  confirmImplementation,
  issueErratum,
} from './decision.carrying-out.js';
import {
  ended,
  failCondition,
  noteFailure,
  submitEvidence,
  verifyCondition,
  waiveCondition,
} from './decision.conditions.js';
import { reconsidered } from './decision.earlier.js';
import { declareEnforceable } from './decision.enforceability.js';
import type { DecisionEvent } from './decision.events.js';
import type { LaterCommand } from './decision.later.commands.js';
import type { DecisionState } from './decision.state.js';
import {
  decideInUrgency,
  lapseUnratified,
  ratify,
  refuseRatification,
} from './decision.urgency.js';

const published: readonly DecisionStatus[] = ['Published', 'Effective', 'Implemented', 'Suspended'];
const signed: readonly DecisionStatus[] = ['Adopted', 'Numbered', ...published];
const voted: readonly DecisionStatus[] = ['Approved', ...signed];

/** The states in which a command beside the vote fits. */
export const fitsLater: Readonly<Record<LaterCommand['type'], readonly DecisionStatus[]>> = {
  SubmitConditionEvidence: voted,
  VerifyCondition: voted,
  FailCondition: [...voted, ...ended],
  WaiveCondition: voted,
  NoteFailure: [...voted, ...ended],
  DeclareImmediatelyEnforceable: voted,
  DecideInUrgency: ['ReadyForAgenda', 'Deferred'],
  RatifyDecision: voted,
  RefuseRatification: [...voted, ...ended],
  LapseUnratified: [...voted, ...ended],
  ReconsiderDecision: reconsidered,
  IssueErratum: signed,
  AssignImplementation: voted,
  ConfirmImplementation: ['Effective'],
  LodgeObjection: published,
  AnswerObjection: published,
};

/** What comes beside and after the vote. */
export function decideLater(command: LaterCommand, state: DecisionState): Decision<DecisionEvent> {
  switch (command.type) {
    case 'SubmitConditionEvidence':
      return submitEvidence(command, state);
    case 'VerifyCondition':
      return verifyCondition(command, state);
    case 'FailCondition':
      return failCondition(command, state);
    case 'WaiveCondition':
      return waiveCondition(command, state);
    case 'NoteFailure':
      return noteFailure(command, state);
    case 'DeclareImmediatelyEnforceable':
      return declareEnforceable(command, state);
    case 'DecideInUrgency':
      return decideInUrgency(command, state);
    case 'RatifyDecision':
      return ratify(command, state);
    case 'RefuseRatification':
      return refuseRatification(command, state);
    case 'LapseUnratified':
      return lapseUnratified(command, state);
    case 'ReconsiderDecision':
      return reconsider(command, state);
    case 'IssueErratum':
      return issueErratum(command, state);
    case 'AssignImplementation':
      return assignImplementation(command);
    case 'ConfirmImplementation':
      return confirmImplementation(command, state);
    case 'LodgeObjection':
      return lodgeObjection(command, state);
    case 'AnswerObjection':
      return answerObjection(command, state);
  }
}
