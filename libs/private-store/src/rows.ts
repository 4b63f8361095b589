import type { Instant, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import type { BallotPaper } from './ballot-boxes.js';
import type { KeptSession } from './kept-sessions.js';
import type { Lease } from './leases.js';
import type { CalendarLink, HeldAccount, KeptTrace } from './private-store.js';

/** A row by the names of its columns, which are the same in SQLite and PostgreSQL. */
export type Row = Readonly<Record<string, unknown>>;

/** Whose logins are; one without a generation is of the first, as all were before there were any. */
export const HELD_ACCOUNTS = `SELECT person, coalesce(generation, 0) AS generation
  FROM accounts LEFT JOIN account_generations USING (account)`;

/** A row of `HELD_ACCOUNTS`. */
export function heldAccountFrom({ person, generation }: Row): HeldAccount {
  return { person: person as PersonRef, generation: Number(generation) };
}

/** A row of `calendar_links`. */
export function linkFrom(row: Row): CalendarLink {
  return {
    id: String(row.id),
    person: row.person as PersonRef,
    tokenSha256: row.token_sha256 as Sha256,
    language: row.language === 'en' ? 'en' : 'it',
    createdAt: row.created_at as Instant,
  };
}

/** A row of `reading_traces`, whose reason is a text. */
export function traceFrom(row: Row): KeptTrace {
  return {
    n: Number(row.n),
    kind: row.kind as KeptTrace['kind'],
    person: row.person as PersonRef,
    mandate: row.mandate as MandateRef | null,
    object: row.object as string,
    scope: row.scope as string | null,
    moment: row.moment as string,
    at: row.at as Instant,
    reason: row.reason as string | null,
    requestId: row.request_id as string,
  };
}

/** A row of papers. */
export function paperFrom({ seat, person, command, hash, sealed }: Row): BallotPaper {
  return {
    seat: String(seat),
    person: person as PersonRef,
    commandId: String(command),
    commandHash: String(hash),
    sealed: String(sealed),
  };
}

/** A row of `sessions`. */
export function sessionFrom(row: Row): KeptSession {
  return {
    id: String(row.id),
    tokenSha256: row.token_sha256 as Sha256,
    person: row.person as PersonRef,
    issuer: String(row.issuer),
    assurance: String(row.assurance),
    authenticatedAt: row.authenticated_at as Instant | null,
    createdAt: row.created_at as Instant,
    seenAt: row.seen_at as Instant,
  };
}

/** A row of `leases`. */
export function leaseFrom({ epoch, holder, beat }: Row): Lease {
  return { epoch: Number(epoch), holder: holder as string | null, beat: Number(beat) };
}
