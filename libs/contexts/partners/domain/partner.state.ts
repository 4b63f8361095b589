import type { Cents, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { ActKind, IdentifierKind, PartnerKind, PartnerStatus } from '../contract/index.js';
import type { PartnerEvent } from './partner.events.js';

/** A power to act, local to its partner. */
export type Power = Readonly<{
  id: string;
  person: PersonRef;
  kind: 'legalRepresentative' | 'signatory';
  acts: 'all' | readonly ActKind[];
  maxCents: Cents | null;
  from: LocalDate;
  until: LocalDate | null;
}>;

/** Documents that speak for the eligibility of a partner, until a day. */
export type Evidence = Readonly<{
  documents: readonly Sha256[];
  until: LocalDate;
  submittedBy: PersonRef;
}>;

/** Holds only what a decision here or in another context reads. */
export type PartnerState = Readonly<{
  status: PartnerStatus | 'none';
  kind: PartnerKind;
  identifiers: Readonly<Partial<Record<IdentifierKind, string>>>;
  /** What waits for verification. */
  evidence: Evidence | null;
  eligibleUntil: LocalDate | null;
  powers: readonly Power[];
}>;

/** Before it is registered. */
export const initial: PartnerState = {
  status: 'none',
  kind: 'other',
  identifiers: {},
  evidence: null,
  eligibleUntil: null,
  powers: [],
};

type Changes = {
  readonly [Type in PartnerEvent['type']]: (
    state: PartnerState,
    data: Extract<PartnerEvent, { type: Type }>['data'],
  ) => Partial<PartnerState>;
};

/** What each fact changes. */
const changes: Changes = {
  PartnerRegistered: (_, { kind }) => ({ status: 'Candidate', kind }),
  PartnerRegistrationConfirmed: () => ({ status: 'Registered' }),
  PartnerRegistrationRefused: () => ({ status: 'Rejected' }),
  PartnerIdentifierRecorded: ({ identifiers }, { kind, value }) => ({
    identifiers: { ...identifiers, [kind]: value },
  }),
  EligibilityEvidenceSubmitted: (_, { documents, until, submittedBy }) => ({
    evidence: { documents, until, submittedBy },
  }),
  PartnerEligibilityConfirmed: (_, { until }) => ({
    status: 'Eligible',
    evidence: null,
    eligibleUntil: until,
  }),
  PartnerEligibilityRejected: () => ({ evidence: null }),
  LegalRepresentativeAppointed: ({ powers }, { representation: id, person, from, until }) => {
    const bounds = { acts: 'all', maxCents: null, from, until } as const;
    return { powers: [...powers, { id, person, kind: 'legalRepresentative', ...bounds }] };
  },
  LegalRepresentativeMandateEnded: ({ powers }, end) => ({ powers: ended(powers, end) }),
  SignatoryAuthorised: ({ powers }, { representation: id, authorisedAt: _, ...power }) => ({
    powers: [...powers, { id, kind: 'signatory', ...power }],
  }),
  SignatoryRevoked: ({ powers }, end) => ({ powers: ended(powers, end) }),
};

/** What a fact changes. */
export function evolve(state: PartnerState, { type, data }: PartnerEvent): PartnerState {
  // The table pairs a type with the function for it, which the compiler cannot see from here.
  const change = changes[type] as (state: PartnerState, data: object) => Partial<PartnerState>;
  return { ...state, ...change(state, data) };
}

type End = Readonly<{ representation: string; on: LocalDate }>;

function ended(powers: readonly Power[], { representation, on }: End): readonly Power[] {
  return powers.map((power) => (power.id === representation ? { ...power, until: on } : power));
}
