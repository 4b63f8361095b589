import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { AppendOutcomeUnknown, AppendTooLarge, StoreUnavailable } from '../event-store.js';
import { StreamTombstoned, WrongExpectedRevision } from '../event-store.js';
import type { ExpectedRevision } from '../event-store.js';

/** Thrown by the adapter where the server has not answered in its own time. */
export class NoAnswer extends Error {}

export type Attempt = Readonly<{ stream: string; expected: ExpectedRevision; bytes: number }>;

/** gRPC says so before it has sent anything. */
const NEVER_SENT = /No connection established|Failed to discover|ECONNREFUSED|ENOTFOUND/u;

/** Nothing has reached a server: it may be tried again as if it had not been tried. */
function wasNeverSent(error: unknown): boolean {
  return error instanceof Error && NEVER_SENT.test(error.message);
}

/** Another node leads by now; the client has turned to it, and nothing was written. */
export const isNotLeader = (error: unknown): boolean => error instanceof NotLeaderError;

/** The server has ended the connection under a call: how it went with the call is not said. */
export function isOfAnEndedConnection(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Session closed');
}

/** A stream that is not there, or was deleted: empty, no error (the port). */
export function isNoStream(error: unknown): boolean {
  return error instanceof StreamNotFoundError || error instanceof StreamDeletedError;
}

/** In the words of the port. */
function isSaidAlready(error: unknown): error is Error {
  const kinds = [AppendOutcomeUnknown, StoreUnavailable, WrongExpectedRevision];
  return kinds.some((kind) => error instanceof kind);
}

/** What the caller of an append is told; what is not known for certain is unknown. */
export function appendFailure(error: unknown, { stream, expected, bytes }: Attempt): Error {
  if (isSaidAlready(error)) return error;
  if (error instanceof WrongExpectedVersionError) {
    const { actualVersion } = error;
    const actual = typeof actualVersion === 'bigint' ? Number(actualVersion) : 'noStream';
    return new WrongExpectedRevision(stream, expected, actual);
  }
  if (error instanceof StreamDeletedError) return new StreamTombstoned(stream);
  if (error instanceof MaxAppendSizeExceededError) {
    return new AppendTooLarge(bytes, error.maxAppendSize);
  }
  if (isNotLeader(error) || wasNeverSent(error) || error instanceof AccessDeniedError) {
    return unavailable(error);
  }
  return new AppendOutcomeUnknown(`whether ${stream} was written is not known: ${said(error)}`);
}

/** A read that failed changed nothing. */
export function unavailable(error: unknown): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const hint =
    error instanceof AccessDeniedError
      ? 'EventStoreDB refuses this user: give it a user and password that may read $all and write (see docs/eventstoredb.md)'
      : 'EventStoreDB does not answer';
  return new StoreUnavailable(`${hint}: ${said(error)}`, { cause: error });
}

const said = (error: unknown) => (error instanceof Error ? error.message : String(error));
