import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';

/** Somebody who signed in with a browser. What the browser holds is known by its hash only. */
export type KeptSession = Readonly<{
  /** Names it to its person; opens nothing. */
  id: string;
  /** SHA-256 of what the browser holds: who reads the store cannot act as anybody. */
  tokenSha256: Sha256;
  person: PersonRef;
  issuer: string;
  assurance: string;
  /** When the person last proved who they are, by the issuer's word; null where it does not say. */
  authenticatedAt: Instant | null;
  createdAt: Instant;
  /** When it was last used, to within a minute. */
  seenAt: Instant;
}>;

/**
 * The sessions of those who signed in with a browser. Kept apart from the private store and never
 * in a backup: one that came back from it would be a session that was ended. A file that is lost
 * makes everybody sign in again, and does no other harm.
 */
export abstract class KeptSessions {
  abstract add(session: KeptSession): Promise<void>;
  /** Null where there is none: it was never made, or was ended. */
  abstract find(tokenSha256: Sha256): Promise<KeptSession | null>;
  /** Notes that it was used; of one that is gone nothing is kept. */
  abstract touch(id: string, seenAt: Instant): Promise<void>;
  /** Those of a person, the oldest first. */
  abstract of(person: PersonRef): Promise<readonly KeptSession[]>;
  /** Forgets one of this person at once and for ever. False where the person has none such. */
  abstract remove(person: PersonRef, id: string): Promise<boolean>;
  /** Forgets all that were begun before, or were not used since. */
  abstract removeOlder(than: Readonly<{ createdAt: Instant; seenAt: Instant }>): Promise<void>;

  /** Lets go of the file; a second call does nothing. */
  abstract close(): Promise<void>;
}
