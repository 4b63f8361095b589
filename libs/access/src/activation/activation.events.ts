import type { Instant, Message, PersonRef, Sha256 } from '@tavolo/kernel';

// Event names and fields are the storage format: add a new version, never rename (ADR-0007).

/**
 * From here on these policies say who may do what. Their text stands here, so that the hash in
 * `meta.policy` of any later event leads to what was read.
 */
export type PolicyActivated = Message<
  'PolicyActivated',
  {
    hash: Sha256;
    /** In the language of Cedar schemas. */
    schema: string;
    files: readonly Readonly<{ name: string; text: string }>[];
    /** Those that it takes the place of; null for the first. */
    previous: Sha256 | null;
    activatedBy: PersonRef;
    activatedAt: Instant;
  }
>;
