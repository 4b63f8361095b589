import type { Cents, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type {
  ActKind,
  DeclaredInterest,
  IdentifierKind,
  PartnerId,
  PartnerKind,
  PartnerStatus,
} from '../contract/index.js';
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

/** A procedure of exclusion that is open (PA-7). */
export type Exclusion = Readonly<{
  openedBy: PersonRef;
  replyUntil: LocalDate;
  isAnswered: boolean;
  /** Its time to reply has passed, as was recorded. */
  isOver?: boolean;
}>;

/** Holds only what a decision here or in another context reads. */
export type PartnerState = Readonly<{
  status: PartnerStatus | 'none';
  name: string;
  territory: string | null;
  kind: PartnerKind;
  /** Of its tax code, under the secret of this instance; to give the code back (PA-1). */
  taxCodeHmac: string | null;
  identifiers: Readonly<Partial<Record<IdentifierKind, string>>>;
  /** What waits for verification. */
  evidence: Evidence | null;
  eligibleUntil: LocalDate | null;
  powers: readonly Power[];
  /** Powers whose last day has passed, as was recorded. */
  lapsed: readonly string[];
  owners: readonly PersonRef[];
  interests: readonly DeclaredInterest[];
  withdrawalBy: PersonRef | null;
  exclusion: Exclusion | null;
  /** Who stands in its place, or is the same organisation. */
  successor: PartnerId | null;
}>;

/** Before it is registered. */
export const initial: PartnerState = {
  status: 'none',
  name: '',
  territory: null,
  kind: 'other',
  taxCodeHmac: null,
  identifiers: {},
  evidence: null,
  eligibleUntil: null,
  powers: [],
  lapsed: [],
  owners: [],
  interests: [],
  withdrawalBy: null,
  exclusion: null,
  successor: null,
};

type Changes = {
  readonly [Type in PartnerEvent['type']]: (
    state: PartnerState,
    data: Extract<PartnerEvent, { type: Type }>['data'],
  ) => Partial<PartnerState>;
};

/** What each fact changes. */
const changes: Changes = {
  PartnerRegistered: (_, { name, kind, territory = null, taxCodeHmac = null }) => ({
    ...{ status: 'Candidate', name, kind, territory, taxCodeHmac },
  }),
  PartnerRegistrationConfirmed: () => ({ status: 'Registered' }),
  PartnerRegistrationRefused: () => ({ status: 'Rejected' }),
  PartnerDetailsUpdated: (state, { name = state.name, territory = state.territory }) => ({
    name,
    territory,
  }),
  PartnerClassified: (_, { kind }) => ({ kind }),
  BeneficialOwnersRecorded: (_, { owners }) => ({ owners }),
  InterestDeclared: ({ interests }, { person, matter }) => ({
    interests: [...interests, { person, matter }],
  }),
  PartnerIdentifierRecorded: ({ identifiers }, { kind, value }) => ({
    identifiers: { ...identifiers, [kind]: value },
  }),
  EligibilityEvidenceSubmitted: (_, { documents, until, submittedBy }) => ({
    evidence: { documents, until, submittedBy },
  }),
  PartnerEligibilityConfirmed: ({ status }, { until }) => ({
    status: status === 'Suspended' ? status : 'Eligible',
    evidence: null,
    eligibleUntil: until,
  }),
  PartnerEligibilityRejected: () => ({ evidence: null }),
  PartnerEligibilityLapsed: ({ status }) => ({
    status: status === 'Eligible' ? 'Registered' : status,
    eligibleUntil: null,
  }),
  LegalRepresentativeAppointed: ({ powers }, { representation: id, person, from, until }) => {
    const bounds = { acts: 'all', maxCents: null, from, until } as const;
    return { powers: [...powers, { id, person, kind: 'legalRepresentative', ...bounds }] };
  },
  LegalRepresentativeMandateEnded: ({ powers }, end) => ({ powers: ended(powers, end) }),
  SignatoryAuthorised: ({ powers }, { representation: id, authorisedAt: _, ...power }) => ({
    powers: [...powers, { id, kind: 'signatory', ...power }],
  }),
  SignatoryRevoked: ({ powers }, end) => ({ powers: ended(powers, end) }),
  RepresentationLapsed: ({ lapsed }, { representation }) => ({
    lapsed: [...lapsed, representation],
  }),
  PartnerSuspended: () => ({ status: 'Suspended' }),
  PartnerReinstated: ({ eligibleUntil }) => ({
    status: eligibleUntil === null ? 'Registered' : 'Eligible',
  }),
  PartnerWithdrawalRequested: (_, { requestedBy }) => ({
    status: 'Withdrawing',
    withdrawalBy: requestedBy,
  }),
  PartnerWithdrawn: () => ({ status: 'Withdrawn' }),
  PartnerExclusionProposed: (_, { openedBy, replyUntil }) => ({
    exclusion: { openedBy, replyUntil, isAnswered: false },
  }),
  PartnerExclusionAnswered: ({ exclusion }) => ({
    exclusion: exclusion && { ...exclusion, isAnswered: true },
  }),
  PartnerReplyTimeLapsed: ({ exclusion }) => ({
    exclusion: exclusion && { ...exclusion, isOver: true },
  }),
  PartnerExclusionDropped: () => ({ exclusion: null }),
  PartnerExcluded: () => ({ status: 'Excluded', exclusion: null }),
  PartnerSucceeded: (_, { successor }) => ({ status: 'Succeeded', successor }),
  PartnerDissolved: () => ({ status: 'Dissolved' }),
  PartnerDuplicateMarked: (_, { of }) => ({ status: 'Rejected', successor: of }),
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
