import { defineTable } from '@tavolo/projection';
import type { DecisionSubject, Rulebook } from '../contract/index.js';
import type { EarlierMajority } from '../domain/vote.events.js';
import type { Electorate, Paper } from '../domain/sitting.events.js';
import type { ProcedureClosed } from '../domain/procedure.events.js';
import type { BallotRow, ConflictRow, TieRow, VoterRow } from './sitting.rows.js';

/** An answer to a procedure; one that was cancelled or changed stays. */
export type ReplyRow = Omit<BallotRow, 'recorded'> & Readonly<{ as: string; replaced: boolean }>;

/** An objection; one that was cancelled stays. */
export type ObjectionRow = Readonly<{
  seat: string;
  person: string;
  as: string;
  reasons: string;
  raisedAt: string;
  cancelled: boolean;
}>;

/** A member wanted the matter in a sitting; `cancelled` where the member was out by a conflict. */
export type SittingCallRow = Readonly<{
  seat: string;
  person: string;
  calledAt: string;
  cancelled: boolean;
}>;

/** A member asked for documents. */
export type DocumentRequestRow = Readonly<{
  seat: string;
  person: string;
  request: string;
  requestedAt: string;
}>;

/** How a procedure came to its outcome. */
export type ProcedureEndingRow = Pick<
  ProcedureClosed['data'],
  'closedAt' | 'early' | 'objected' | 'outcome' | 'recused' | 'replied' | 'tally' | 'trace'
> &
  Readonly<{
    /** Of a hidden procedure: opens what was sealed. */
    key: string | null;
    /** Null of one that did not close tied. */
    tie: TieRow | null;
  }>;

/** A vote without a sitting: what it froze, what was answered, how it ended. */
export type ProcedureRow = Readonly<{
  id: string;
  revision: number;
  status: string;
  kind: string;
  board: string;
  boardRevision: number;
  decision: string;
  title: string;
  textSha256: string;
  subject: DecisionSubject;
  papers: readonly Paper[];
  electorate: Electorate;
  rulebook: Rulebook;
  rulebookVersion: number;
  alsoNeeded?: readonly EarlierMajority[];
  route: Readonly<{ kind: string; version: number }>;
  notified: readonly string[];
  sensitive: boolean;
  form: string;
  openedBy: string;
  openedOn: string;
  openedAt: string;
  deadline: string;
  closesOn: string;
  /** The first deadline, where it was extended. */
  extendedFrom: string | null;
  replies: readonly ReplyRow[];
  /** Of a secret procedure, once it is closed, in the order of seats. */
  voters: readonly VoterRow[];
  objections: readonly ObjectionRow[];
  sittingCalls: readonly SittingCallRow[];
  documentRequests: readonly DocumentRequestRow[];
  conflicts: readonly ConflictRow[];
  ending: ProcedureEndingRow | null;
  stopCause: string | null;
  stoppedBy: string | null;
  endedAt: string | null;
}>;

export const procedureTable = defineTable<ProcedureRow>('procedure', {
  columns: ['board', 'status', 'decision', 'kind'],
  order: 'openedAt',
});
