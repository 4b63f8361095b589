/**
 * What passes between the store and its writer thread. Types only: the thread's file runs from
 * source as well as built, where an import of code would have two names.
 */
import type { AdmittedEvent } from '../admission.js';
import type { ExpectedRevision, StreamMeta } from '../event-store.js';

export type Durability = 'FULL' | 'NORMAL';

export type WriterSettings = Readonly<{ file: string; synchronous: Durability }>;

type Subject = Readonly<{ stream: string; category: string }>;

export type Append = Subject &
  Readonly<{
    kind: 'append';
    expected: ExpectedRevision;
    events: readonly AdmittedEvent[];
    storedAt: number;
  }>;

export type Ending = Subject &
  Readonly<{ kind: 'deleteStream' | 'tombstone'; expected: ExpectedRevision }>;

export type MetaChange = Subject & Readonly<{ kind: 'setStreamMeta'; meta: StreamMeta }>;

export type Change = Append | Ending | MetaChange;

export type Request = Readonly<{ id: number; change: Change; bytes: number }>;

/** What the store turns into the errors of the port. */
export type Refused =
  | Readonly<{ why: 'wrongRevision'; actual: number | 'noStream' }>
  | Readonly<{ why: 'tombstoned' }>
  | Readonly<{ why: 'corruptIdempotency' }>
  | Readonly<{ why: 'notWritten'; reason: string }>
  | Readonly<{ why: 'unknown'; reason: string }>;

/** Of the last event that was written; meaningless for a change that writes none. */
export type Outcome = Readonly<{ revision: number; ordinal: number }>;

export type Reply = Readonly<{ id: number }> &
  (Readonly<{ done: Outcome }> | Readonly<{ refused: Refused }>);

/** A call the writer made, or the moment it answered. */
export type Step = 'begin' | 'commit' | 'committed' | 'rolledBack' | 'answered';

export type ToWriter = Readonly<{ requests: readonly Request[] }> | 'close';

export type FromWriter =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'replies'; replies: readonly Reply[]; steps: readonly Step[] }>;
