import type { Instant, MandateRef, Message, PersonRef, Sha256 } from '@tavolo/kernel';

// Event names and fields are the storage format: add a new version, never rename (ADR-0007).

/** Somebody may bind a login of theirs, once, by a link that only its hash is kept of. */
export type SignInInvited = Message<
  'SignInInvited',
  {
    /** Whom the login will belong to. */
    person: PersonRef;
    /** What the person is here: a seat, a representation, an appointment. */
    mandate: MandateRef;
    invitedBy: PersonRef;
    /** SHA-256 of the secret in the link. */
    tokenSha256: Sha256;
    until: Instant;
  }
>;

/** The link leads nowhere any more. */
export type SignInInvitationRevoked = Message<'SignInInvitationRevoked', { person: PersonRef }>;

/** The first login through the link is the person's. */
export type LoginBound = Message<
  'LoginBound',
  {
    /** Stands for the login: it tells one from another, to whoever has the key, and names none. */
    mark: Sha256;
  }
>;

export type InvitationEvent = LoginBound | SignInInvited | SignInInvitationRevoked;
