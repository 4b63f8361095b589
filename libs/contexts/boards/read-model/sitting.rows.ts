import { defineTable } from '@tavolo/projection';
import type { DecisionSubject, Rulebook } from '../contract/index.js';
import type { TieBreak } from '../domain/tie.events.js';
import type { EarlierMajority } from '../domain/vote.events.js';
import type { Electorate, Paper, VoteTraceStep, VoteQuestion } from '../domain/sitting.events.js';

/** A member's presence from a time to a time. */
export type AttendanceRow = Readonly<{
  seat: string;
  person: string;
  /** `holder`, `alternate` or `delegate`. */
  as: string;
  video: boolean;
  arrivedAt: string;
  leftAt: string | null;
}>;

/** A seat whose attendance was given to the holder of another. */
export type DelegationRow = Readonly<{
  seat: string;
  to: string;
  notice: string;
  revoked: boolean;
}>;

/** How the notice reached a seat. */
export type ServiceRow = Readonly<{
  seat: string;
  channel: string;
  servedAt: string;
  proof: string;
  recordedBy: string;
}>;

/** A declared conflict and what became of it. */
export type ConflictRow = Readonly<{
  seat: string;
  person: string;
  declaration: string | null;
  status: 'Declared' | 'Upheld' | 'Dismissed' | 'Recused';
}>;

/** The structural quorum of an item, as it was verified. */
export type QuorumRow = Readonly<{
  reached: boolean;
  present: readonly string[];
  recused: readonly string[];
  counted: number;
  whole: number;
  needed: number;
  cause: string | null;
}>;

/** A vote that was cast; a cancelled one stays. */
export type BallotRow = Readonly<{
  seat: string;
  person: string;
  /** Null of a hidden vote until it is closed. */
  choice: string | null;
  sealed: string | null;
  /** How the secretary took it, where that was said. */
  recorded: string | null;
  textSha256: string;
  castAt: string;
  cancelled: boolean;
}>;

/** Somebody who took part in a secret vote; `cancelled`: the paper did not count. */
export type VoterRow = Readonly<{ seat: string; person: string; cancelled: boolean }>;

/** A secret vote on paper as its tellers counted it. */
export type PaperTallyRow = Readonly<{
  tally: Readonly<{ for: number; against: number; abstain: number }>;
  tellers: readonly string[];
  talliedAt: string;
}>;

/** A tie that waited: how it was to be broken, and what broke it; null while it waits. */
export type TieRow = Readonly<{
  rule: string;
  /** Whose second vote it waits for. */
  seat: string | null;
  broken: Readonly<{ by: TieBreak; brokenAt: string }> | null;
}>;

/** How a vote ended; of a tie that was broken, what it came to with that. */
export type VoteResultRow = Readonly<{
  outcome: string;
  tally: Readonly<{ for: number; against: number; abstain: number; recused: number }>;
  trace: readonly VoteTraceStep[];
  present: readonly string[];
  recused: readonly string[];
  closedAt: string;
  /** Of a hidden vote: opens what was sealed. */
  key: string | null;
  /** Null of a vote that did not close tied. */
  tie: TieRow | null;
}>;

/** A vote: what it froze, what was cast, how it ended. */
export type VoteRow = Readonly<{
  textSha256: string;
  /** Asked beside the decision; absent: the decision. */
  question?: VoteQuestion;
  subject: DecisionSubject;
  electorate: Electorate;
  boardRevision: number;
  rulebook: Rulebook;
  rulebookVersion: number;
  alsoNeeded?: readonly EarlierMajority[];
  route: Readonly<{ kind: string; version: number }>;
  form: string;
  openedAt: string;
  ballots: readonly BallotRow[];
  /** Of a secret vote, once it is tallied or closed, in the order of seats. */
  voters: readonly VoterRow[];
  paper: PaperTallyRow | null;
  result: VoteResultRow | null;
}>;

/** An item of the agenda with all that belongs to it. */
export type ItemRow = Readonly<{
  item: string;
  decision: string;
  title: string;
  textSha256: string;
  papers: readonly Paper[];
  status: string;
  conflicts: readonly ConflictRow[];
  quorum: QuorumRow | null;
  /** The vote on the decision. */
  vote: VoteRow | null;
  /** Votes on questions beside it, the last one last. */
  questions: readonly VoteRow[];
  /** The last vote was opened on a question. */
  isQuestion: boolean;
}>;

/** A sitting with its agenda: everything of its votes. */
export type SittingRow = Readonly<{
  id: string;
  revision: number;
  status: string;
  board: string;
  boardRevision: number;
  at: string;
  startsOn: string;
  place: string;
  call: string;
  secondOf: string | null;
  convenedAt: string;
  notified: readonly string[];
  services: readonly ServiceRow[];
  openedAt: string | null;
  chairSeat: string | null;
  chair: string | null;
  secretary: string | null;
  endedAt: string | null;
  delegations: readonly DelegationRow[];
  attendance: readonly AttendanceRow[];
  items: readonly ItemRow[];
  minutes: string | null;
  minutesDraftedBy: string | null;
  /** The hash of the record of the sitting that they were drafted on. */
  minutesRecord: string | null;
  minutesApprovedBy: string | null;
  rectifications: readonly Readonly<{ minutes: string; rectifies: string; by: string }>[];
}>;

export const sittingTable = defineTable<SittingRow>('sitting', {
  columns: ['board', 'status'],
  order: 'at',
});
