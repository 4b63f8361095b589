import { defineTable } from '@tavolo/projection';
import type { AgreementKind, AgreementStatus } from '../contract/index.js';
import type { Clause, KeptOutBy, PartyRole, ProtocolEntry } from '../domain/agreement.events.js';
import type { AgreementSigned } from '../domain/agreement.events.js';

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
}>;

/** What a party signed with, as it was reported. */
export type SignatureRow = Omit<AgreementSigned['data'], 'certificateRef' | 'party'>;

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
  approval: Readonly<{ act: string; date: string; body: string }> | null;
  signature: SignatureRow | null;
}>;

export const agreementTable = defineTable<AgreementRow>('agreement', {
  columns: ['id', 'kind', 'status', 'network', 'plan', 'parent', 'title'],
  order: 'title',
});

export const agreementPartyTable = defineTable<AgreementPartyRow>('agreement_party', {
  columns: ['agreement', 'partner'],
  order: 'revision',
});
