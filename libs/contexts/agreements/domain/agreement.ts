import { refuse } from '@tavolo/kernel';
import type { Decider, Decision, LocalDate } from '@tavolo/kernel';
import { approveAmendment, openAmendment, proposeAmendment } from './agreement.amendment.js';
import { proposeExtension, reviseAmendment, withdrawAmendment } from './agreement.amendment.js';
import { close, reverify } from './agreement.closing.js';
import { addParty, confirmReservation, denyReservation, draft } from './agreement.draft.js';
import { freezeText, removeParty, requestChanges, reviseText } from './agreement.draft.js';
import { submitForReview } from './agreement.draft.js';
import { annul, expire, giveNotice, resume, suspend } from './agreement.ending.js';
import { terminate, withdrawDraft } from './agreement.ending.js';
import { endWithParent } from './agreement.cascade.js';
import { extendTerm, refuseExtension, requestExtension } from './agreement.extension.js';
import { askRegistration, bringIntoForce, confirmRegistration } from './agreement.force.js';
import { denyRegistration, recordConditionMet, register } from './agreement.force.js';
import { invalidateSignature, publish, refuseSignature } from './agreement.refusal.js';
import { remind } from './agreement.reminder.js';
import { recordExisting } from './agreement.recording.js';
import { agreementRules as rule } from './agreement.rules.js';
import { openForSignature, recordApproval, sign } from './agreement.signature.js';
import { evolve } from './agreement.state.js';
import type { Agreement, AgreementState } from './agreement.state.js';
import { inState, withinTerm } from './agreement.steps.js';
import { amendmentRules } from './amendment.rules.js';
import { underAmendment } from './amendment.view.js';
import type { AgreementCommand } from './asked.commands.js';
import type { AgreementEvent } from './facts.events.js';

/** What a step of the cycle is about: `seen` is the agreement, or what an amendment makes of it. */
type Subject = Readonly<{ seen: Agreement; base: Agreement; amendment?: string }>;
type LaterCommand = Exclude<
  AgreementCommand,
  { type: 'DraftAgreement' | 'RecordExistingAgreement' }
>;
type Decide<C> = (command: C, about: Subject) => Decision<AgreementEvent>;
type Decisions = { readonly [C in LaterCommand as C['type']]: Decide<C> };

const decisions: Decisions = {
  AddParty: (command, { base }) => addParty(command, base),
  RemoveParty: (command, { base }) => removeParty(command, base),
  ReviseText: (command, { base }) => reviseText(command, base),
  SubmitForReview: (_command, { seen }) => submitForReview(seen),
  RequestChanges: (_command, { seen }) => requestChanges(seen),
  FreezeText: freezeText,
  ConfirmReservation: (command, { seen }) => confirmReservation(command, seen),
  DenyReservation: (command, { seen }) => denyReservation(command, seen),
  RecordPartyApproval: (command, { base }) => recordApproval(command, base),
  OpenForSignature: (command, { seen }) => openForSignature(command, seen),
  SignAgreement: (command, { seen }) => sign(command, seen),
  RefuseSignature: (command, { seen }) => refuseSignature(command, seen),
  RemindParty: (command, { seen }) => remind(command, seen),
  InvalidateSignature: (command, { seen }) => invalidateSignature(command, seen),
  AskRegistration: (_command, { seen }) => askRegistration(seen),
  RegisterAgreement: (command, { seen }) => register(command, seen),
  ConfirmRegistration: (command, { seen }) => confirmRegistration(command, seen),
  DenyRegistration: (command, { seen }) => denyRegistration(command, seen),
  PublishAgreement: (command, { seen }) => publish(command, seen),
  RecordConditionMet: (command, { base }) => recordConditionMet(command, base),
  BringIntoForce: bringIntoForce,
  WithdrawDraft: (_command, { base }) => withdrawDraft(base),
  ProposeAmendment: (command, { base }) => proposeAmendment(command, base),
  ProposeExtension: (command, { base }) => proposeExtension(command, base),
  ReviseAmendment: (command, { base }) => reviseAmendment(command, base),
  ApproveAmendment: (command, { base }) => approveAmendment(command, base),
  WithdrawAmendment: (command, { base }) => withdrawAmendment(command, base),
  RequestTermExtension: (command, { base }) => requestExtension(command, base),
  RefuseTermExtension: (command, { base }) => refuseExtension(command, base),
  ExtendTerm: (command, { base }) => extendTerm(command, base),
  SuspendAgreement: ({ today }, { base }) => suspend(base, today),
  ResumeAgreement: ({ today }, { base }) => resume(base, today),
  GiveNotice: (command, { base }) => giveNotice(command, base),
  TerminateAgreement: (command, { base }) => terminate(command, base),
  EndWithParent: (command, { base }) => endWithParent(command, base),
  AnnulAgreement: (command, { base }) => annul(command, base),
  ExpireAgreement: ({ today }, { base }) => expire(base, today),
  ReverifySignature: (command, { base }) => reverify(command, base),
  CloseAgreement: (command, { base }) => close(command, base),
};

/** These find the amendment themselves: they are about it, not a step of its cycle. */
const aboutAmendments: readonly LaterCommand['type'][] = [
  ...(['ApproveAmendment', 'ReviseAmendment', 'WithdrawAmendment'] as const),
];
/** A process answers what was asked in time; that the term ran out meanwhile the decision says. */
const ofProcesses: readonly LaterCommand['type'][] = [
  ...(['AskRegistration', 'BringIntoForce', 'ConfirmRegistration', 'DenyRegistration'] as const),
  ...(['ConfirmReservation', 'DenyReservation'] as const),
];

const contentEvents: readonly AgreementEvent['type'][] = [
  'AgreementDrafted',
  'ExistingAgreementRecorded',
  'AgreementPartyAdded',
  'AgreementPartyRemoved',
  'AgreementTextRevised',
  'AmendmentProposed',
  'AmendmentRevised',
];

/** An agreement, from its draft to its closing. */
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
  if (command.type === 'RecordExistingAgreement') {
    return state === null ? recordExisting(command) : refuse(rule.AlreadyDrafted);
  }
  if (state === null) return refuse(rule.UnknownAgreement);
  const about = subjectOf(command, state);
  if ('outcome' in about) return about;
  const decideOn = decisions[command.type] as Decide<LaterCommand>;
  return stamped(decideOn(command, about), about);
}

/** The version that a command is about: the founding one, or the amendment that it names. */
function subjectOf(command: LaterCommand, base: Agreement): Subject | Decision<never> {
  const amendment = amendmentNamed(command, base);
  if (amendment === undefined) return { seen: base, base };
  const found = openAmendment(base, amendment);
  if (!found) return refuse(amendmentRules.UnknownAmendment, { amendment });
  const kept = ofProcesses.includes(command.type) ? null : outside(base, command.today);
  return kept ?? { seen: underAmendment(base, found), base, amendment };
}

function outside(base: Agreement, today: LocalDate): Decision<never> | null {
  return inState(base, ['InForce', 'Suspended']) ?? withinTerm(base, today);
}

/** The answer of a ledger names a freezing: of the founding text, or of an amendment. */
function amendmentNamed(command: LaterCommand, { amendments }: Agreement): string | undefined {
  if (command.type === 'ConfirmReservation' || command.type === 'DenyReservation') {
    const { version } = command.data;
    return amendments.find(({ frozen }) => frozen?.version === version)?.id;
  }
  if (aboutAmendments.includes(command.type)) return undefined;
  return (command.data as { amendment?: string }).amendment;
}

/** The facts of an amendment's cycle name it. */
function stamped(
  decision: Decision<AgreementEvent>,
  { amendment }: Subject,
): Decision<AgreementEvent> {
  if (decision.outcome === 'refused' || amendment === undefined) return decision;
  const events = decision.events.map(
    (event) => ({ ...event, data: { ...event.data, amendment } }) as AgreementEvent,
  );
  return { outcome: 'accepted', events };
}
