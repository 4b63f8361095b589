import type { Basis, DocumentRef, JsonObject, Position, Uuid } from '@tavolo/event-store';
import type { Actor, Instant, LocalDate, Refusal, Sha256 } from '@tavolo/kernel';

/**
 * What comes with a command beside its content. The gateway completes it from the request:
 * time from the clock, the text of a reason put into the private store.
 */
export type Envelope = Readonly<{
  commandId: Uuid;
  commandHash: Sha256;
  correlationId: Uuid;
  causationId?: Uuid;
  by: Actor;
  auth: Readonly<{ issuer: string; assurance: string; authenticatedAt?: string }>;
  /** The policies by which the command was let in. */
  policy?: Readonly<{ hash: Sha256; ids: readonly string[] }>;
  at: Instant;
  today: LocalDate;
  reasonRef?: string;
  legalBasis?: readonly string[];
  authorisation?: string;
  documents?: readonly DocumentRef[];
  effectiveOn?: LocalDate;
  /** The revision the sender saw, on a command that edits content. */
  seenRevision?: number;
  /** What the mandate was read from. */
  basis: readonly Basis[];
}>;

/** Where in the log a command landed. */
export type Receipt = Readonly<{
  commandId: Uuid;
  stream: string;
  /** Revision and position of the last event that it appended. */
  revision: number;
  position: Position;
  /** The first event that it appended. */
  eventId: Uuid;
  /** True where the command had been given before, and this is its first answer. */
  repeated: boolean;
  /**
   * The vote that a paper was laid in, where nothing of it is in the log: revision, position and
   * event are then those of the opening of that vote.
   */
  vote?: string;
}>;

/** What a command answers. `result` holds at least the id of the object: `{ id }`. */
export type Answer =
  | { readonly outcome: 'accepted'; readonly receipt: Receipt; readonly result: JsonObject }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

export function refused(refusal: Refusal): Answer {
  return { outcome: 'refused', refusal };
}
