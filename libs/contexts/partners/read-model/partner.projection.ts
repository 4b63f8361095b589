import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import type { PartnerKind, PartnerStatus } from '../contract/index.js';
import type { PartnerEvent } from '../domain/partner.events.js';

/** The newest number or code of a kind. */
export type IdentifierRow = Readonly<{ kind: string; value: string }>;

/** `acts` is empty for a legal representative, who may give all. */
export type RepresentationRow = Readonly<{
  id: string;
  person: string;
  kind: 'legalRepresentative' | 'signatory';
  acts: readonly string[];
  maxCents: number | null;
  from: string;
  until: string | null;
}>;

/** The tax code of a person is in no row, nor is any name of one. */
export type PartnerRow = Readonly<{
  id: string;
  revision: number;
  status: PartnerStatus;
  name: string;
  kind: PartnerKind;
  taxCode: string | null;
  territory: string | null;
  identifiers: readonly IdentifierRow[];
  eligibleUntil: string | null;
  evidenceUntil: string | null;
  evidence: readonly string[];
  heldBy: string | null;
  representations: readonly RepresentationRow[];
  source: string | null;
}>;

/** One row for each partner, candidates and rejected ones included. */
export const partnerTable = defineTable<PartnerRow>('partner', {
  columns: ['kind', 'status'],
  order: 'name',
});

/** Partners from their facts. */
export const partnerProjection: Projection = {
  name: 'partner',
  version: 1,
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
  const change = changes[event.type] as Change<object> | undefined;
  return row && { ...row, ...change?.(row, event.data) };
}

type Registered = Extract<PartnerEvent, { type: 'PartnerRegistered' }>['data'];

function registered(id: string, data: Registered): PartnerRow {
  const { name, kind, taxCode = null, territory = null, source = null } = data;
  return {
    ...{ id, revision: 0, status: 'Candidate', name, kind, taxCode, territory, source },
    ...{ identifiers: [], eligibleUntil: null, evidenceUntil: null, evidence: [] },
    ...{ heldBy: null, representations: [] },
  };
}

type Change<Fact> = (row: PartnerRow, data: Fact) => Partial<PartnerRow>;
type Later = Exclude<PartnerEvent, { type: 'PartnerRegistered' }>;
type Changes = {
  readonly [Type in Later['type']]: Change<Extract<Later, { type: Type }>['data']>;
};

const noEvidence = { evidenceUntil: null, evidence: [] } as const;

/** What each later fact changes in the row. */
const changes: Changes = {
  PartnerRegistrationConfirmed: () => ({ status: 'Registered' }),
  PartnerRegistrationRefused: (_, { heldBy }) => ({ status: 'Rejected', heldBy }),
  PartnerIdentifierRecorded: ({ identifiers }, { kind, value }) => ({
    identifiers: [...identifiers.filter((one) => one.kind !== kind), { kind, value }],
  }),
  EligibilityEvidenceSubmitted: (_, { documents, until }) => ({
    evidenceUntil: until,
    evidence: documents,
  }),
  PartnerEligibilityConfirmed: (_, { until }) => ({
    status: 'Eligible',
    eligibleUntil: until,
    ...noEvidence,
  }),
  PartnerEligibilityRejected: () => noEvidence,
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
};

type End = Readonly<{ representation: string; on: string }>;

function ended(
  representations: readonly RepresentationRow[],
  { representation, on }: End,
): readonly RepresentationRow[] {
  return representations.map((one) => (one.id === representation ? { ...one, until: on } : one));
}
