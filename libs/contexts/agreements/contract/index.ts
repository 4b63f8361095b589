import type { Basis } from '@tavolo/event-store';
import type { Brand, Cents, LocalDate, Message, Sha256 } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';

/** `agreement-<uuid>`: the stream of an agreement, and its id everywhere. */
export type AgreementId = Brand<string, 'AgreementId'>;

/** The steps of the cascade of agreements, from the act of delegation to the adhesion letter. */
export const agreementKinds = [
  'actOfDelegation',
  'grantAgreement',
  'partnershipAgreement',
  'implementingConvention',
  'networkAgreement',
  'memorandum',
  'coDesignConvention',
  'adhesionLetter',
] as const;

/** What an agreement is in law; drives what its text must hold. */
export type AgreementKind = (typeof agreementKinds)[number];

/** The states of an agreement, in the order of its lifecycle. */
export const agreementStatuses = [
  'Drafted',
  'UnderReview',
  'TextFrozen',
  'ApprovedByParties',
  'OpenForSignature',
  'PartiallySigned',
  'FullySigned',
  'Registered',
  'InForce',
] as const;

/** Where an agreement is in its lifecycle. */
export type AgreementStatus = (typeof agreementStatuses)[number];

/** What another context may rely on about an agreement, read from its own stream. */
export type AgreementStanding = Readonly<{
  id: AgreementId;
  kind: AgreementKind;
  status: AgreementStatus;
  /** The network that the agreement constitutes or serves. */
  network: NetworkId | null;
  plan: PlanId | null;
  parties: readonly PartnerId[];
  totalCents: Cents;
  /** Its last day. */
  end: LocalDate | null;
  /** Of the frozen text; null while it is a draft. */
  textSha256: Sha256 | null;
  /** The day from which it has effect; null until it is in force. */
  inForceFrom: LocalDate | null;
  /** The agreement above it in the cascade. */
  parent: AgreementId | null;
  basis: Basis;
}>;

/** Answers for agreements to other contexts. */
export abstract class Agreements {
  /** Null where there is no such agreement. */
  abstract standing(id: AgreementId): Promise<AgreementStanding | null>;
}

/**
 * An agreement has effect from `from` on: every party signed the same text, it is registered,
 * its conditions are met. A network becomes active by that of its network agreement (N-3).
 */
export type AgreementEnteredIntoForce = Message<
  'AgreementEnteredIntoForce',
  {
    kind: AgreementKind;
    network: NetworkId | null;
    plan: PlanId | null;
    parties: readonly PartnerId[];
    from: LocalDate;
  }
>;
