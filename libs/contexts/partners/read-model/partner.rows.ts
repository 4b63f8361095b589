import type { PartnerKind, PartnerStatus } from '../contract/index.js';

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

/** A declared interest of a person; a null matter is any. */
export type InterestRow = Readonly<{
  id: string;
  person: string;
  matter: string | null;
  declaration: readonly string[];
  declaredAt: string;
}>;

/** An exclusion that is open. */
export type ExclusionRow = Readonly<{
  notice: readonly string[];
  replyUntil: string;
  openedAt: string;
  reply: readonly string[];
  answeredAt: string | null;
  /** When it was recorded that nobody replied in time. */
  lapsedAt: string | null;
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
  owners: readonly string[];
  interests: readonly InterestRow[];
  exclusion: ExclusionRow | null;
  suspendedAt: string | null;
  withdrawalRequestedAt: string | null;
  successor: string | null;
  duplicateOf: string | null;
  /** The day a successor began or the organisation ceased. */
  endedOn: string | null;
  /** When the end was recorded, whatever end it is. */
  endedAt: string | null;
  source: string | null;
}>;

/** What a fact changes in the row that it finds. */
export type Change<Fact> = (row: PartnerRow, data: Fact) => Partial<PartnerRow>;
