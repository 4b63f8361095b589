import type { Cents, LocalDate, Message } from '@tavolo/kernel';
import type { AgreementId } from '../contract/index.js';

// Names and fields are the storage format: a new shape is a new schema number, never a rename.

/** A part of the parent's amount is held for a child's frozen text. */
export type ChildReserved = Message<
  'ChildReserved',
  { child: AgreementId; version: number; cents: Cents; end: LocalDate }
>;
/** What was held for a child is free again. */
export type ChildReleased = Message<'ChildReleased', { child: AgreementId; version: number }>;

/** Every fact of a ledger. */
export type LedgerEvent = ChildReserved | ChildReleased;
