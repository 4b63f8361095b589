import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import type { PartnerEvent, PartnerRegistered } from '../domain/partner.events.js';
import type { LeavingEvent } from '../domain/partner.leaving.events.js';
import { leavingChanges } from './partner.leaving.rows.js';
import type { Change, PartnerRow, RepresentationRow } from './partner.rows.js';

export type { PartnerRow, RepresentationRow } from './partner.rows.js';

/** One row for each partner, candidates and rejected ones included. */
export const partnerTable = defineTable<PartnerRow>('partner', {
  columns: ['kind', 'status'],
  order: 'name',
});

/** Partners from their facts. */
export const partnerProjection: Projection = {
  name: 'partner',
  version: 3,
  categories: ['partner'],
  tables: [partnerTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (row) write.put(partnerTable, { ...row, revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, write: Writer): PartnerRow | null {
  const event = recorded as unknown as PartnerEvent;
  if (event.type === 'PartnerRegistered') return registered(recorded.stream, event.data);
  const row = write.get(partnerTable, recorded.stream);
  // The table pairs a type with the function for it; a type it does not know changes nothing.
  const change = all[event.type] as Change<object> | undefined;
  return row && { ...row, ...change?.(row, event.data) };
}

function registered(id: string, data: PartnerRegistered['data']): PartnerRow {
  const { name, kind, taxCode = null, territory = null, source = null } = data;
  return {
    ...{ id, revision: 0, status: 'Candidate', name, kind, taxCode, territory, source },
    ...{ identifiers: [], eligibleUntil: null, evidenceUntil: null, evidence: [] },
    ...{ heldBy: null, representations: [], owners: [], interests: [], exclusion: null },
    ...{ suspendedAt: null, withdrawalRequestedAt: null, successor: null, duplicateOf: null },
    ...{ endedOn: null, endedAt: null },
  };
}

type Later = Exclude<PartnerEvent, LeavingEvent | PartnerRegistered>;
type Changes = {
  readonly [Type in Later['type']]: Change<Extract<Later, { type: Type }>['data']>;
};

const noEvidence = { evidenceUntil: null, evidence: [] } as const;

/** What each later fact changes in the row. */
const changes: Changes = {
  PartnerDetailsUpdated: (row, { name = row.name, territory = row.territory }) => ({
    name,
    territory,
  }),
  PartnerClassified: (_, { kind }) => ({ kind }),
  BeneficialOwnersRecorded: (_, { owners }) => ({ owners }),
  InterestDeclared: ({ interests }, { interest: id, ...declared }) => ({
    interests: [...interests, { id, ...declared }],
  }),
  PartnerRegistrationConfirmed: () => ({ status: 'Registered' }),
  PartnerRegistrationRefused: (_, { heldBy }) => ({ status: 'Rejected', heldBy }),
  PartnerIdentifierRecorded: ({ identifiers }, { kind, value }) => ({
    identifiers: [...identifiers.filter((one) => one.kind !== kind), { kind, value }],
  }),
  EligibilityEvidenceSubmitted: (_, { documents, until }) => ({
    evidenceUntil: until,
    evidence: documents,
  }),
  PartnerEligibilityConfirmed: ({ status }, { until }) => ({
    status: status === 'Suspended' ? status : 'Eligible',
    eligibleUntil: until,
    ...noEvidence,
  }),
  PartnerEligibilityRejected: () => noEvidence,
  PartnerEligibilityLapsed: ({ status }) => ({
    status: status === 'Eligible' ? 'Registered' : status,
    eligibleUntil: null,
  }),
  LegalRepresentativeAppointed: ({ representations }, data) => {
    const { representation: id, person, from, until } = data;
    const bounds = { acts: [], maxCents: null, from, until };
    const one = { id, person, kind: 'legalRepresentative', ...bounds } as const;
    return { representations: [...representations, one] };
  },
  LegalRepresentativeMandateEnded: ({ representations }, end) => ({
    representations: ended(representations, end),
  }),
  SignatoryAuthorised: ({ representations }, data) => {
    const { representation: id, person, acts, maxCents, from, until } = data;
    const one = { id, person, kind: 'signatory', acts, maxCents, from, until } as const;
    return { representations: [...representations, one] };
  },
  SignatoryRevoked: ({ representations }, end) => ({
    representations: ended(representations, end),
  }),
  // The row says its last day already; that it has passed is for the history.
  RepresentationLapsed: () => ({}),
};

const all = { ...changes, ...leavingChanges };

type End = Readonly<{ representation: string; on: string }>;

function ended(
  representations: readonly RepresentationRow[],
  { representation, on }: End,
): readonly RepresentationRow[] {
  return representations.map((one) => (one.id === representation ? { ...one, until: on } : one));
}
