import { defineTable } from '@tavolo/projection';
import type { Reminder } from '@tavolo/waiting';
import type { AgreementKind, AgreementStatus, TerminationCause } from '../contract/index.js';
import type { Clause, KeptOutBy, PartyRole, ProtocolEntry } from '../domain/agreement.events.js';
import type { AgreementSigned } from '../domain/agreement.events.js';
import type { AmendmentChange } from '../domain/amendment.events.js';
import type { AgreementPublished, SignatureReverified } from '../domain/lifecycle.events.js';
import type { ExistingAgreementRecorded, SignatureElsewhere } from '../domain/recording.events.js';
import type { Waiver } from '../domain/recording.events.js';

/** A condition with the document that shows it met. */
export type ConditionRow = Readonly<{
  id: string;
  title: string;
  metOn: string | null;
  document: string | null;
}>;

/** An agreement as it is read. */
export type AgreementRow = Readonly<{
  id: string;
  revision: number;
  kind: AgreementKind;
  status: AgreementStatus;
  title: string;
  titleEn: string | null;
  network: string | null;
  plan: string | null;
  parent: string | null;
  totalCents: number;
  start: string;
  end: string;
  source: string | null;
  clauses: readonly Clause[];
  conditions: readonly ConditionRow[];
  textVersion: number | null;
  textSha256: string | null;
  textMediaType: string | null;
  /** Whether the parent's ledger holds the amount; true without a parent. */
  reserved: boolean;
  reservationDenied: KeptOutBy | null;
  openedOn: string | null;
  /** The party whose protocol officer is asked. */
  registrationAskedOf: string | null;
  registrationProposed: ProtocolEntry | null;
  registrationDenied: (KeptOutBy & ProtocolEntry) | null;
  registration: ProtocolEntry | null;
  inForceFrom: string | null;
  publicationRequired: boolean;
  /** Days of notice that the text fixes. */
  noticeDays: number | null;
  publication: PublicationRow | null;
  /** The version in force, counted from 1; null before any was. */
  version: number | null;
  extension: ExtensionRow | null;
  extensionDenied: KeptOutBy | null;
  suspendedFrom: string | null;
  notice: Readonly<{ party: string; givenOn: string; effectiveOn: string }> | null;
  terminationCause: TerminationCause | null;
  annulledBy: string | null;
  endedOn: string | null;
  settlementOpenedOn: string | null;
  closedOn: string | null;
  settledCents: number | null;
  /** Set where it was signed elsewhere and recorded afterwards. */
  recordedAfterwards: RecordedAfterwardsRow | null;
}>;

/** That an agreement was signed elsewhere and recorded afterwards, and what was waived for it. */
export type RecordedAfterwardsRow = Readonly<{
  recordedOn: string;
  /** From when it has effect, as soon as its number and its amount are its own. */
  effectiveOn: string;
  earlierEffectBy: string | null;
  covers: ExistingAgreementRecorded['data']['covers'];
  waivers: readonly Waiver[];
}>;

/** A signature that was given elsewhere, as it was reported. */
export type SignatureElsewhereRow = SignatureElsewhere;

/** Where and when it was published. */
export type PublicationRow = Omit<AgreementPublished['data'], 'amendment'>;

/** A later end that was asked for. */
export type ExtensionRow = Readonly<{
  version: number;
  end: string;
  requestedOn: string;
  requestedBy: string;
  reserved: boolean;
}>;

/** What a party signed with, as it was reported. */
export type SignatureRow = Omit<AgreementSigned['data'], 'amendment' | 'certificateRef' | 'party'>;

/** An approving act. */
export type ApprovalRow = Readonly<{ act: string; date: string; body: string }>;

/** What a party has done about one version. */
export type VersionPartyRow = Readonly<{
  partner: string;
  role: PartyRole;
  shareCents: number;
  publicBody: boolean;
  joining: boolean;
  leaving: boolean;
  approval: ApprovalRow | null;
  signature: SignatureRow | null;
  /** In the place of a signature that was recorded here. */
  signedElsewhere: SignatureElsewhereRow | null;
  refusal: Readonly<{ refusedOn: string; statement: string }> | null;
  /** The last reminder that its signature on this text is awaited, and how many there were. */
  reminder: Reminder | null;
  /** What the second look at its signature found. */
  reverification: ReverificationRow | null;
}>;

export type ReverificationRow = Omit<SignatureReverified['data'], 'party' | 'version'>;

/**
 * One version of an agreement: the founding text, or what an amendment makes of it. Its id is
 * that of the agreement with `#founding` or the local id of the amendment.
 */
export type AgreementVersionRow = Readonly<{
  id: string;
  agreement: string;
  /** Of the fact that began it: versions stand in that order. */
  revision: number;
  /** Local id; null of the founding text. */
  amendment: string | null;
  /** Counted from 1 once it is in force. */
  number: number | null;
  amends: number | null;
  status: AgreementStatus;
  change: AmendmentChange | null;
  decision: string | null;
  parties: readonly VersionPartyRow[];
  textVersion: number | null;
  textSha256: string | null;
  textMediaType: string | null;
  reserved: boolean;
  reservationDenied: KeptOutBy | null;
  openedOn: string | null;
  registrationAskedOf: string | null;
  registrationProposed: ProtocolEntry | null;
  registrationDenied: (KeptOutBy & ProtocolEntry) | null;
  registration: ProtocolEntry | null;
  publication: PublicationRow | null;
  /** The first day on which it is in force. */
  from: string | null;
  /** The first day on which the next version is, or on which the agreement has ended. */
  before: string | null;
}>;

/** A party of an agreement, as it is read; its id is that of both. */
export type AgreementPartyRow = Readonly<{
  id: string;
  agreement: string;
  /** Of the fact that added it: parties stand in the order in which they were added. */
  revision: number;
  partner: string;
  role: PartyRole;
  shareCents: number;
  publicBody: boolean;
  approval: ApprovalRow | null;
  signature: SignatureRow | null;
  /** In the place of a signature that was recorded here. */
  signedElsewhere: SignatureElsewhereRow | null;
}>;

export const agreementTable = defineTable<AgreementRow>('agreement', {
  columns: ['id', 'kind', 'status', 'network', 'plan', 'parent', 'title'],
  order: 'title',
});

export const agreementPartyTable = defineTable<AgreementPartyRow>('agreement_party', {
  columns: ['agreement', 'partner'],
  order: 'revision',
});

export const agreementVersionTable = defineTable<AgreementVersionRow>('agreement_version', {
  columns: ['agreement', 'status'],
  order: 'revision',
});
