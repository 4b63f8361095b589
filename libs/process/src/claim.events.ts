import type { Message } from '@tavolo/kernel';

/** What a value may be claimed as; each kind is kept by a rule of its own. */
export type ClaimKind = 'plan' | 'protocol' | 'taxCode';

// Event names and fields are the storage format: add a new version, never rename (ADR-0007).

/** The value of this stream belongs to `holder` (a stream) until that gives it back. */
export type ValueClaimed = Message<'ValueClaimed', { holder: string; kind: ClaimKind }>;

/** The holder gave it back: it was withdrawn, refused, dissolved or found to be a duplicate. */
export type ValueReleased = Message<'ValueReleased', { holder: string }>;

export type ClaimEvent = ValueClaimed | ValueReleased;
