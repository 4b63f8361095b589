import type { Cents, Instant, LocalDate, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type { ActKind, IdentifierKind, PartnerId, PartnerKind, Source } from '../contract/index.js';
import type { LeavingEvent } from './partner.leaving.events.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

/** The name is that of an organisation. A tax code that can be a person's is here as HMAC only. */
export type PartnerRegistered = Message<
  'PartnerRegistered',
  {
    name: string;
    kind: PartnerKind;
    taxCode?: string;
    taxCodeHmac?: string;
    territory?: string;
    source?: Source;
    registeredAt: Instant;
  }
>;
/** Nobody else holds its tax code: from now on it is the partner of that code (PA-1). */
export type PartnerRegistrationConfirmed = Message<
  'PartnerRegistrationConfirmed',
  { confirmedAt: Instant }
>;
/** Another partner holds its tax code (PA-1): an end. */
export type PartnerRegistrationRefused = Message<
  'PartnerRegistrationRefused',
  { heldBy: PartnerId; refusedAt: Instant }
>;
/** What is not there did not change. */
export type PartnerDetailsUpdated = Message<
  'PartnerDetailsUpdated',
  { name?: string; territory?: string; updatedAt: Instant }
>;
/** What the organisation is from now on. */
export type PartnerClassified = Message<
  'PartnerClassified',
  { kind: PartnerKind; classifiedAt: Instant }
>;
/** Who owns or controls it in the end (titolari effettivi); all of them, each time. */
export type BeneficialOwnersRecorded = Message<
  'BeneficialOwnersRecorded',
  { owners: readonly PersonRef[]; recordedOn: LocalDate }
>;
/** What the interest is stands in the declaration, a document; a null matter is any. */
export type InterestDeclared = Message<
  'InterestDeclared',
  {
    interest: string;
    person: PersonRef;
    matter: string | null;
    declaration: readonly Sha256[];
    declaredAt: Instant;
  }
>;
/** A number or code of a public register. */
export type PartnerIdentifierRecorded = Message<
  'PartnerIdentifierRecorded',
  { kind: IdentifierKind; value: string; recordedOn: LocalDate }
>;
/** `until` is the last day on which the documents are valid. */
export type EligibilityEvidenceSubmitted = Message<
  'EligibilityEvidenceSubmitted',
  { documents: readonly Sha256[]; until: LocalDate; submittedBy: PersonRef; submittedAt: Instant }
>;
/** `until` is the last day of eligibility: the date decides, no later fact has to (PA-2). */
export type PartnerEligibilityConfirmed = Message<
  'PartnerEligibilityConfirmed',
  { until: LocalDate; verifiedBy: PersonRef; confirmedAt: Instant }
>;
/** Why stands in the reason of the act, which is outside the log. */
export type PartnerEligibilityRejected = Message<
  'PartnerEligibilityRejected',
  { verifiedBy: PersonRef; rejectedAt: Instant }
>;
/** Recorded after the day: that eligibility is over from then on the date itself says (PA-2). */
export type PartnerEligibilityLapsed = Message<
  'PartnerEligibilityLapsed',
  { until: LocalDate; lapsedAt: Instant }
>;
/** `until` includes its last day; null where it has no end yet. */
export type LegalRepresentativeAppointed = Message<
  'LegalRepresentativeAppointed',
  {
    representation: string;
    person: PersonRef;
    from: LocalDate;
    until: LocalDate | null;
    appointedAt: Instant;
  }
>;
/** `on` is the last day. */
export type LegalRepresentativeMandateEnded = Message<
  'LegalRepresentativeMandateEnded',
  { representation: string; on: LocalDate; endedAt: Instant }
>;
/** `until` includes its last day; null where there is no end, or no limit in cents. */
export type SignatoryAuthorised = Message<
  'SignatoryAuthorised',
  {
    representation: string;
    person: PersonRef;
    acts: readonly ActKind[];
    maxCents: Cents | null;
    from: LocalDate;
    until: LocalDate | null;
    authorisedAt: Instant;
  }
>;
/** `on` is the last day. */
export type SignatoryRevoked = Message<
  'SignatoryRevoked',
  { representation: string; on: LocalDate; revokedAt: Instant }
>;

/** Recorded after the day, for either kind of power: that it is over the date itself says. */
export type RepresentationLapsed = Message<
  'RepresentationLapsed',
  { representation: string; until: LocalDate; lapsedAt: Instant }
>;

/** Every fact on the stream of a partner. */
export type PartnerEvent =
  | PartnerRegistered
  | PartnerRegistrationConfirmed
  | PartnerRegistrationRefused
  | PartnerDetailsUpdated
  | PartnerClassified
  | BeneficialOwnersRecorded
  | InterestDeclared
  | PartnerIdentifierRecorded
  | EligibilityEvidenceSubmitted
  | PartnerEligibilityConfirmed
  | PartnerEligibilityRejected
  | PartnerEligibilityLapsed
  | LegalRepresentativeAppointed
  | LegalRepresentativeMandateEnded
  | SignatoryAuthorised
  | SignatoryRevoked
  | RepresentationLapsed
  | LeavingEvent;

/** Every type of the union: the compiler asks for each of them. */
const eventTypes: Readonly<Record<PartnerEvent['type'], true>> = {
  PartnerRegistered: true,
  PartnerRegistrationConfirmed: true,
  PartnerRegistrationRefused: true,
  PartnerDetailsUpdated: true,
  PartnerClassified: true,
  BeneficialOwnersRecorded: true,
  InterestDeclared: true,
  PartnerIdentifierRecorded: true,
  EligibilityEvidenceSubmitted: true,
  PartnerEligibilityConfirmed: true,
  PartnerEligibilityRejected: true,
  PartnerEligibilityLapsed: true,
  LegalRepresentativeAppointed: true,
  LegalRepresentativeMandateEnded: true,
  SignatoryAuthorised: true,
  SignatoryRevoked: true,
  RepresentationLapsed: true,
  PartnerSuspended: true,
  PartnerReinstated: true,
  PartnerWithdrawalRequested: true,
  PartnerWithdrawn: true,
  PartnerExclusionProposed: true,
  PartnerExclusionAnswered: true,
  PartnerReplyTimeLapsed: true,
  PartnerExclusionDropped: true,
  PartnerExcluded: true,
  PartnerSucceeded: true,
  PartnerDissolved: true,
  PartnerDuplicateMarked: true,
};

/** The types of all facts on a partner's stream. */
export const partnerEventTypes = Object.keys(eventTypes) as readonly PartnerEvent['type'][];
