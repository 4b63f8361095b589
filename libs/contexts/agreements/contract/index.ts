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
  'Suspended',
  'Expired',
  'Terminated',
  'Withdrawn',
  'Annulled',
  'Closed',
] as const;

/** Where an agreement is in its lifecycle. */
export type AgreementStatus = (typeof agreementStatuses)[number];

const frozenStatuses: readonly AgreementStatus[] = [
  'Expired',
  'Terminated',
  'Withdrawn',
  'Annulled',
  'Closed',
];

/** Whether nothing more may be committed under an agreement in this state. */
export function freezesCommitments(status: AgreementStatus): boolean {
  return frozenStatuses.includes(status);
}

/** What another context may rely on about an agreement, read from its own stream. */
export type AgreementStanding = Readonly<{
  id: AgreementId;
  kind: AgreementKind;
  status: AgreementStatus;
  /** The network that the agreement constitutes or serves. */
  network: NetworkId | null;
  plan: PlanId | null;
  parties: readonly PartnerId[];
  /** Of the version in force, else of the draft; so are parties, end and text. */
  totalCents: Cents;
  /** Its last day. */
  end: LocalDate | null;
  /** The version in force, counted from 1 with each amendment; null before any was. */
  version?: number | null;
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
    /** The agreement that it stands below; absent where there is none, or was not said. */
    parent?: AgreementId;
    parties: readonly PartnerId[];
    from: LocalDate;
  }
>;

/** A new version has effect from `from` on, in the place of the one before. */
export type AgreementAmended = Message<
  'AgreementAmended',
  {
    amendment: string;
    /** The version in force from now on. */
    version: number;
    /** The version that the amendment named. */
    amends: number;
    textSha256: Sha256;
    kind: AgreementKind;
    network: NetworkId | null;
    plan: PlanId | null;
    parties: readonly PartnerId[];
    totalCents: Cents;
    end: LocalDate;
    from: LocalDate;
    /** The freezing for which the parent's ledger need hold nothing more; null for none. */
    released: number | null;
  }
>;

/** It ends later than before, for the same money. */
export type AgreementTermExtended = Message<
  'AgreementTermExtended',
  {
    version: number;
    formerEnd: LocalDate;
    end: LocalDate;
    /** The approving act, as a document. */
    act: Sha256;
    released: number | null;
  }
>;

/** Its last day has passed. */
export type AgreementExpired = Message<'AgreementExpired', { endedOn: LocalDate }>;

/** Why an agreement ended before its last day. */
export const terminationCauses = ['notice', 'breach', 'consent', 'parentEnded'] as const;

/** Why an agreement ended before its last day; with the one above it only a process says. */
export type TerminationCause = (typeof terminationCauses)[number];

/** It ended before its last day: commitments are frozen. */
export type AgreementTerminated = Message<
  'AgreementTerminated',
  { cause: TerminationCause; endedOn: LocalDate }
>;

/** It never had effect in law: commitments are frozen. */
export type AgreementAnnulled = Message<
  'AgreementAnnulled',
  {
    /** The act or judgment that annuls it, as a document. */
    act: Sha256;
    endedOn: LocalDate;
  }
>;

/** What was paid and what is owed under an ended agreement has to be settled. */
export type SettlementOpened = Message<
  'SettlementOpened',
  { openedOn: LocalDate; totalCents: Cents }
>;
