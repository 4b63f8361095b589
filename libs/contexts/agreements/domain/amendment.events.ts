import type { DecisionId } from '@tavolo/boards';
import type { Cents, LocalDate, Message, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { AgreementAmended } from '../contract/index.js';
import type { Clause, PartyRole } from './agreement.events.js';

// Names and fields are the storage format: a new shape is a new schema number, never a rename.

/** What an amendment changes; what is absent stays as it is. */
export type AmendmentChange = Readonly<{
  title?: string;
  titleEn?: string;
  /** The new last day. */
  end?: LocalDate;
  totalCents?: Cents;
  shares?: readonly Readonly<{ partner: PartnerId; shareCents: Cents }>[];
  join?: readonly Readonly<{
    partner: PartnerId;
    shareCents: Cents;
    role: PartyRole;
    publicBody: boolean;
  }>[];
  /** They sign it too: it lets them go. */
  leave?: readonly PartnerId[];
  /** Put in the place of those of the same id, else added at the end. */
  clauses?: readonly Clause[];
  /** Ids of clauses that fall away. */
  dropped?: readonly string[];
}>;

/** A draft of a new version; the version that it amends stays in force. */
export type AmendmentProposed = Message<
  'AmendmentProposed',
  {
    /** Local id. */
    amendment: string;
    /** The version that it amends. */
    amends: number;
    change: AmendmentChange;
    /** What funds a later end with more money. */
    decision: DecisionId | null;
  }
>;
/** The whole change as it stands from now on. */
export type AmendmentRevised = Message<
  'AmendmentRevised',
  { amendment: string; change: AmendmentChange; decision: DecisionId | null }
>;
/** A party approved the frozen text of the amendment by an act of its own. */
export type AmendmentApproved = Message<
  'AmendmentApproved',
  {
    amendment: string;
    party: PartnerId;
    textSha256: Sha256;
    act: Sha256;
    date: LocalDate;
    body: string;
  }
>;
/** It was given up, or fell with its agreement. */
export type AmendmentWithdrawn = Message<
  'AmendmentWithdrawn',
  { amendment: string; frozenVersion: number | null }
>;

/** A fact of amendments; the rest of their cycle are the facts that name one. */
export type AmendmentEvent =
  | AgreementAmended
  | AmendmentApproved
  | AmendmentProposed
  | AmendmentRevised
  | AmendmentWithdrawn;
