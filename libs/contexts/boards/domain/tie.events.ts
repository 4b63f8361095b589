import type { BoardId, DecisionId } from '../contract/index.js';
import type { Instant, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { ItemId, VoteQuestion, VoteTraceStep } from './vote.events.js';

export type { TieToBreak } from './vote.events.js';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** Sides that a draw or a second vote can come down on. */
export const tieSides = ['for', 'against'] as const;

/** The side that prevails in a tie. */
export type TieSide = (typeof tieSides)[number];

/** Ways in which a tie that waited ends. */
export const tieBreakKinds = ['lot', 'secondVote', 'postponement'] as const;

/** What ended a tie: a draw with its record, an open second vote, or that it is put off. */
export type TieBreak =
  | Readonly<{
      kind: 'lot';
      side: TieSide;
      /** The record of the drawing, a document. */
      record: Sha256;
      drawnBy: PersonRef;
    }>
  | Readonly<{ kind: 'secondVote'; side: TieSide; seat: SeatId; person: PersonRef }>
  | Readonly<{ kind: 'postponement'; postponedBy: PersonRef }>;

/** What a broken tie came to, with the votes that were equal; the trace is that of the whole vote. */
export type BrokenTie = Readonly<{
  decision: DecisionId;
  textSha256: Sha256;
  by: TieBreak;
  outcome: 'approved' | 'rejected' | 'postponed';
  tally: Readonly<{ for: number; against: number; abstain: number; recused: number }>;
  trace: readonly VoteTraceStep[];
  brokenAt: Instant;
}>;

/** The tie that a vote of a sitting had closed on is broken: now it has its outcome (D-2). */
export type TieBroken = Message<
  'TieBroken',
  BrokenTie &
    Readonly<{
      item: ItemId;
      /** What is asked beside the decision itself; absent: the decision. */
      question?: VoteQuestion;
    }>
>;

/** The same of a written procedure. */
export type ProcedureTieBroken = Message<
  'ProcedureTieBroken',
  BrokenTie & Readonly<{ board: BoardId }>
>;
