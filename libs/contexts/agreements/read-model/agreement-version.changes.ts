import type { AgreementEvent } from '../domain/facts.events.js';
import type { AgreementVersionRow, VersionPartyRow } from './agreement.rows.js';

type DataOf<Type extends AgreementEvent['type']> = Extract<AgreementEvent, { type: Type }>['data'];
type Changes = {
  readonly [Type in AgreementEvent['type']]?: (
    row: AgreementVersionRow,
    data: DataOf<Type>,
  ) => Partial<AgreementVersionRow>;
};

const backToDraft: Partial<AgreementVersionRow> = {
  ...{ status: 'Drafted', textVersion: null, textSha256: null, textMediaType: null },
  ...{ openedOn: null, reserved: true },
};

const changes: Changes = {
  AgreementSubmittedForReview: () => ({ status: 'UnderReview' }),
  AgreementChangesRequested: () => ({ ...backToDraft }),
  AgreementTextFrozen: (_row, { version, sha256, mediaType, parent }) => ({
    ...{ status: 'TextFrozen', textVersion: version, textSha256: sha256 },
    ...{ textMediaType: mediaType, reserved: parent === null, reservationDenied: null },
  }),
  AgreementReservationConfirmed: ({ textVersion }, { version }) =>
    textVersion === version ? { reserved: true } : {},
  AgreementReservationDenied: (row, { version, rule, code }) => {
    if (row.textVersion !== version) return {};
    return {
      ...(isFromElsewhere(row.parties) ? {} : backToDraft),
      reservationDenied: { rule, code },
    };
  },
  PartyApprovalRecorded: approvedStatus,
  AmendmentApproved: approvedStatus,
  AgreementOpenedForSignature: (_row, { openedOn }) => ({ status: 'OpenForSignature', openedOn }),
  AgreementSigned: () => ({ status: 'PartiallySigned' }),
  AgreementFullySigned: () => ({ status: 'FullySigned' }),
  SignatureInvalidated: ({ parties }) => ({
    status: parties.some(({ signature }) => signature) ? 'PartiallySigned' : 'OpenForSignature',
    ...{ registrationAskedOf: null, registration: null },
  }),
  RegistrationAsked: (_row, { askedOf }) => ({ registrationAskedOf: askedOf }),
  AgreementRegistrationProposed: (_row, { amendment: _id, ...registrationProposed }) => ({
    ...{ registrationProposed, registrationDenied: null },
  }),
  AgreementRegistrationDenied: (_row, { amendment: _id, ...registrationDenied }) => ({
    ...{ registrationProposed: null, registrationDenied },
  }),
  AgreementRegistered: (_row, { amendment: _id, ...registration }) => ({
    ...{ status: 'Registered', registrationProposed: null, registration },
  }),
  AgreementPublished: (_row, { amendment: _id, ...publication }) => ({ publication }),
  AgreementEnteredIntoForce: (_row, { from }) => ({ status: 'InForce', number: 1, from }),
  AmendmentWithdrawn: () => ({ status: 'Withdrawn' }),
  AgreementWithdrawn: () => ({ status: 'Withdrawn' }),
};

function approvedStatus({ parties }: AgreementVersionRow): Partial<AgreementVersionRow> {
  const all = parties.every(({ publicBody, approval }) => !publicBody || approval !== null);
  return all ? { status: 'ApprovedByParties' } : {};
}

/** The row after a fact of its cycle, the parties of which are changed already; null for none. */
export function changedVersion(
  row: AgreementVersionRow,
  event: AgreementEvent,
): AgreementVersionRow | null {
  const change = (changes as Readonly<Record<string, Change | undefined>>)[event.type];
  if (change) return { ...row, ...change(row, event.data) };
  return partyFacts.includes(event.type) ? row : null;
}

type Change = (row: AgreementVersionRow, data: unknown) => Partial<AgreementVersionRow>;

const partyFacts: readonly string[] = [
  ...['AgreementPartyAdded', 'AgreementPartyRemoved', 'SignatureRefused'],
];

/** The parties of a version after a fact of its cycle. */
export function changedVersionParty(
  parties: readonly VersionPartyRow[],
  event: AgreementEvent,
): readonly VersionPartyRow[] {
  const of = (partner: string, change: Partial<VersionPartyRow>) =>
    parties.map((each) => (each.partner === partner ? { ...each, ...change } : each));
  switch (event.type) {
    case 'AgreementPartyAdded': {
      const party = { ...event.data, joining: false, leaving: false };
      return [...parties, { ...party, ...undone, reverification: null }];
    }
    case 'AgreementPartyRemoved':
      return parties.filter(({ partner }) => partner !== event.data.partner);
    case 'PartyApprovalRecorded':
    case 'AmendmentApproved': {
      const { party, act, date, body } = event.data;
      return of(party, { approval: { act, date, body } });
    }
    case 'AgreementSigned': {
      const { party, certificateRef: _private, amendment: _id, ...signature } = event.data;
      return of(party, { signature, reminder: null });
    }
    case 'SignatureRefused': {
      const { party, refusedOn, statement } = event.data;
      return of(party, { refusal: { refusedOn, statement }, reminder: null });
    }
    case 'SignatureInvalidated':
      return of(event.data.party, { signature: null });
    case 'AgreementReservationDenied':
      // What was signed elsewhere is no draft again.
      return isFromElsewhere(parties) ? parties : parties.map((each) => ({ ...each, ...undone }));
    case 'AgreementChangesRequested':
      return parties.map((each) => ({ ...each, ...undone }));
    default:
      return parties;
  }
}

function isFromElsewhere(parties: readonly VersionPartyRow[]): boolean {
  return parties.some(({ signedElsewhere }) => signedElsewhere !== null);
}

const undone = {
  ...{ approval: null, signature: null, signedElsewhere: null, refusal: null },
  reminder: null,
} as const;
