import type { FoundingEvent } from '../domain/agreement.events.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import type { LifecycleEvent } from '../domain/lifecycle.events.js';
import type { AgreementRow } from './agreement.rows.js';
import { effectElsewhere } from './recording.rows.js';

/** The data of a fact, by its type. */
export type DataOf<Type extends AgreementEvent['type']> = Extract<
  AgreementEvent,
  { type: Type }
>['data'];
type LaterEvent = Exclude<FoundingEvent | LifecycleEvent, { type: 'AgreementDrafted' }>;
type Changes = {
  readonly [Type in LaterEvent['type']]: (
    row: AgreementRow,
    data: DataOf<Type>,
  ) => Partial<AgreementRow>;
};

/** What a fact of the agreement itself, not of an amendment, changes in its row. */
export const agreementChanges: Changes = {
  AgreementPartyAdded: () => ({}),
  AgreementPartyRemoved: () => ({}),
  AgreementTextRevised: (_row, { titleEn, ...text }) => ({ ...text, titleEn: titleEn ?? null }),
  AgreementSubmittedForReview: () => ({ status: 'UnderReview' }),
  AgreementChangesRequested: (row) => backToDraft(row),
  AgreementTextFrozen: (_row, { version, sha256, mediaType, parent }) => ({
    ...{ status: 'TextFrozen', textVersion: version, textSha256: sha256 },
    ...{ textMediaType: mediaType, reserved: parent === null, reservationDenied: null },
  }),
  AgreementReservationConfirmed: ({ extension }, { version }) =>
    extension?.version === version
      ? { extension: { ...extension, reserved: true } }
      : { reserved: true },
  AgreementReservationDenied: (row, { version, rule, code }) =>
    row.extension?.version === version
      ? { extension: null, extensionDenied: { rule, code } }
      : { ...(row.recordedAfterwards ? {} : backToDraft(row)), reservationDenied: { rule, code } },
  PartyApprovalRecorded: () => ({}),
  AgreementOpenedForSignature: (_row, { openedOn }) => ({ status: 'OpenForSignature', openedOn }),
  AgreementSigned: () => ({ status: 'PartiallySigned' }),
  AgreementFullySigned: () => ({ status: 'FullySigned' }),
  RegistrationAsked: (_row, { askedOf }) => ({ registrationAskedOf: askedOf }),
  AgreementRegistrationProposed: (_row, registrationProposed) => ({
    ...{ registrationProposed, registrationDenied: null },
  }),
  AgreementRegistrationDenied: (_row, registrationDenied) => ({
    ...{ registrationProposed: null, registrationDenied },
  }),
  AgreementRegistered: (_row, registration) => ({
    ...{ status: 'Registered', registrationProposed: null, registration },
  }),
  PrecedentConditionMet: ({ conditions }, { condition, metOn, document }) => ({
    conditions: conditions.map((each) =>
      each.id === condition ? { ...each, metOn, document } : each,
    ),
  }),
  AgreementEnteredIntoForce: (_row, { from }) => ({
    ...{ status: 'InForce', inForceFrom: from, version: 1 },
  }),
  SignatureRefused: () => ({}),
  PartyReminded: () => ({}),
  SignatureInvalidated: (_row, _data) => ({ registrationAskedOf: null, registration: null }),
  AgreementPublished: (_row, publication) => ({ publication }),
  AgreementWithdrawn: () => ({ status: 'Withdrawn' }),
  AgreementExtensionRequested: (_row, { version, end, parent, requestedOn, requestedBy }) => ({
    extension: { version, end, requestedOn, requestedBy, reserved: parent === null },
    extensionDenied: null,
  }),
  AgreementExtensionRefused: () => ({ extension: null }),
  AgreementTermExtended: (_row, { end }) => ({ end, extension: null }),
  AgreementSuspended: (_row, { from }) => ({ status: 'Suspended', suspendedFrom: from }),
  AgreementResumed: () => ({ status: 'InForce', suspendedFrom: null }),
  TerminationNoticeGiven: (_row, notice) => ({ notice }),
  AgreementTerminated: (_row, { cause, endedOn }) => ({
    ...{ status: 'Terminated', terminationCause: cause, endedOn },
  }),
  AgreementAnnulled: (_row, { act, endedOn }) => ({
    ...{ status: 'Annulled', annulledBy: act, endedOn },
  }),
  AgreementExpired: (row, { endedOn }) => ({
    ...{ status: 'Expired', endedOn },
    ...(row.inForceFrom === null ? wasInForce(row) : {}),
  }),
  SettlementOpened: (_row, { openedOn }) => ({ settlementOpenedOn: openedOn }),
  SignatureReverified: () => ({}),
  AgreementClosed: (_row, { closedOn, settledCents }) => ({
    ...{ status: 'Closed', closedOn, settledCents },
  }),
};

/** Over before it was recorded: it was in force all the same, while it lasted. */
function wasInForce({ recordedAfterwards, registration }: AgreementRow): Partial<AgreementRow> {
  if (recordedAfterwards === null) return {};
  return { inForceFrom: effectElsewhere(recordedAfterwards, registration), version: 1 };
}

function backToDraft({ parent }: AgreementRow): Partial<AgreementRow> {
  return {
    ...{ status: 'Drafted', textVersion: null, textSha256: null, textMediaType: null },
    reserved: parent === null,
  };
}
