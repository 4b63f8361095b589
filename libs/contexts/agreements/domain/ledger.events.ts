import type { Cents, LocalDate, Message } from '@tavolo/kernel';
import type { AgreementId } from '../contract/index.js';

// Names and fields are the storage format: a new shape is a new schema number, never a rename.

/** A part of the parent's amount is held for a child's frozen text. */
export type ChildReserved = Message<
  'ChildReserved',
  {
    child: AgreementId;
    version: number;
    cents: Cents;
    end: LocalDate;
    /** The version in force, which stays held: of both the larger one counts. */
    beside?: number;
  }
>;
/** What was held for one version of a child's text is held no more. */
export type ChildReleased = Message<'ChildReleased', { child: AgreementId; version: number }>;

/** A child is closed: what it used stays taken, the rest is free again. */
export type ChildSettled = Message<'ChildSettled', { child: AgreementId; cents: Cents }>;

/** Every fact of a ledger. */
export type LedgerEvent = ChildReserved | ChildReleased | ChildSettled;
