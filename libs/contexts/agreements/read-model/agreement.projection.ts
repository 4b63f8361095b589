import type { RecordedEvent } from '@tavolo/event-store';
import type { Projection, Writer } from '@tavolo/projection';
import type { AgreementEvent } from '../domain/agreement.events.js';
import { applyToParties, approvedByAll } from './agreement-party.rows.js';
import { agreementPartyTable, agreementTable } from './agreement.rows.js';
import type { AgreementRow } from './agreement.rows.js';

type LaterEvent = Exclude<AgreementEvent, { type: 'AgreementDrafted' }>;
type DataOf<Type extends AgreementEvent['type']> = Extract<AgreementEvent, { type: Type }>['data'];
type Changes = {
  readonly [Type in LaterEvent['type']]: (
    row: AgreementRow,
    data: DataOf<Type>,
  ) => Partial<AgreementRow>;
};

/** Agreements, and their parties in a table of their own: a partner is asked for its agreements. */
export const agreementProjection: Projection = {
  name: 'agreement',
  version: 1,
  categories: ['agreement'],
  tables: [agreementTable, agreementPartyTable],
  apply(recorded, write) {
    applyToParties(recorded, write);
    const row = next(recorded, write);
    if (row) write.put(agreementTable, { ...row, revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, write: Writer): AgreementRow | null {
  const event = recorded as unknown as AgreementEvent;
  if (event.type === 'AgreementDrafted') return drafted(recorded.stream, event.data);
  const row = write.get(agreementTable, recorded.stream);
  if (!row || !Object.hasOwn(changes, event.type)) return row;
  const change = changes[event.type] as (row: AgreementRow, data: unknown) => Partial<AgreementRow>;
  const changed = { ...row, ...change(row, event.data) };
  if (event.type !== 'PartyApprovalRecorded' || !approvedByAll(row.id, write)) return changed;
  return { ...changed, status: 'ApprovedByParties' };
}

function drafted(id: string, data: DataOf<'AgreementDrafted'>): AgreementRow {
  const { kind, title, titleEn, network, plan, parent, totalCents, start, end, source } = data;
  return {
    ...{ id, revision: 0, kind, status: 'Drafted', title, titleEn: titleEn ?? null },
    ...{ network, plan, parent, totalCents, start, end, source: source ?? null, clauses: [] },
    conditions: data.conditions.map((each) => ({ ...each, metOn: null, document: null })),
    ...{ textVersion: null, textSha256: null, textMediaType: null },
    ...{ reserved: parent === null, reservationDenied: null, openedOn: null },
    ...{ registrationAskedOf: null, registrationProposed: null, registrationDenied: null },
    ...{ registration: null, inForceFrom: null },
  };
}

const changes: Changes = {
  AgreementPartyAdded: () => ({}),
  AgreementPartyRemoved: () => ({}),
  AgreementTextRevised: (_row, { titleEn, ...text }) => ({ ...text, titleEn: titleEn ?? null }),
  AgreementSubmittedForReview: () => ({ status: 'UnderReview' }),
  AgreementChangesRequested: (row) => backToDraft(row),
  AgreementTextFrozen: (_row, { version, sha256, mediaType, parent }) => ({
    ...{ status: 'TextFrozen', textVersion: version, textSha256: sha256 },
    ...{ textMediaType: mediaType, reserved: parent === null, reservationDenied: null },
  }),
  AgreementReservationConfirmed: () => ({ reserved: true }),
  AgreementReservationDenied: (row, { rule, code }) => ({
    ...backToDraft(row),
    reservationDenied: { rule, code },
  }),
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
  AgreementEnteredIntoForce: (_row, { from }) => ({ status: 'InForce', inForceFrom: from }),
};

function backToDraft({ parent }: AgreementRow): Partial<AgreementRow> {
  return {
    ...{ status: 'Drafted', textVersion: null, textSha256: null, textMediaType: null },
    reserved: parent === null,
  };
}
