import { refuse } from '@tavolo/kernel';
import type { Decider, Decision } from '@tavolo/kernel';
import type { AgreementCommand } from './agreement.commands.js';
import { addParty, confirmReservation, denyReservation, draft } from './agreement.draft.js';
import { freezeText, removeParty, requestChanges, reviseText } from './agreement.draft.js';
import { submitForReview } from './agreement.draft.js';
import type { AgreementEvent } from './agreement.events.js';
import { askRegistration, bringIntoForce, confirmRegistration } from './agreement.force.js';
import { denyRegistration, recordConditionMet, register } from './agreement.force.js';
import { agreementRules as rule } from './agreement.rules.js';
import { openForSignature, recordApproval, sign } from './agreement.signature.js';
import { evolve } from './agreement.state.js';
import type { Agreement, AgreementState } from './agreement.state.js';

type LaterCommand = Exclude<AgreementCommand, { type: 'DraftAgreement' }>;
type Decisions = {
  readonly [C in LaterCommand as C['type']]: (
    command: C,
    state: Agreement,
  ) => Decision<AgreementEvent>;
};

const decisions: Decisions = {
  AddParty: addParty,
  RemoveParty: removeParty,
  ReviseText: reviseText,
  SubmitForReview: (_command, state) => submitForReview(state),
  RequestChanges: (_command, state) => requestChanges(state),
  FreezeText: freezeText,
  ConfirmReservation: confirmReservation,
  DenyReservation: denyReservation,
  RecordPartyApproval: recordApproval,
  OpenForSignature: openForSignature,
  SignAgreement: sign,
  AskRegistration: (_command, state) => askRegistration(state),
  RegisterAgreement: register,
  ConfirmRegistration: confirmRegistration,
  DenyRegistration: denyRegistration,
  RecordConditionMet: recordConditionMet,
  BringIntoForce: (_command, state) => bringIntoForce(state),
};

const contentEvents: readonly AgreementEvent['type'][] = [
  'AgreementDrafted',
  'AgreementPartyAdded',
  'AgreementPartyRemoved',
  'AgreementTextRevised',
];

/** An agreement, from its draft to the day it has effect. */
export const agreement = {
  initial: null,
  decide,
  evolve,
  isContent: ({ type }: AgreementEvent) => contentEvents.includes(type),
} satisfies Decider<AgreementState, AgreementCommand, AgreementEvent>;

function decide(command: AgreementCommand, state: AgreementState): Decision<AgreementEvent> {
  if (command.type === 'DraftAgreement') {
    return state === null ? draft(command) : refuse(rule.AlreadyDrafted);
  }
  if (state === null) return refuse(rule.UnknownAgreement);
  const decideOn = decisions[command.type] as (
    command: LaterCommand,
    state: Agreement,
  ) => Decision<AgreementEvent>;
  return decideOn(command, state);
}
