import type { BallotForm, DecisionSubject } from '../contract/index.js';
import type { Instant, PersonRef } from '@tavolo/kernel';
import type { CountingRules } from './earlier-majority.js';
import type { Ballot, VoteOutcome } from './outcome.js';
import type {
  Electorate,
  SecretBallotTallied,
  VoteCast,
  Voter,
  VoteQuestion,
} from './vote.events.js';

/** An open vote: what was frozen, and what has been cast and stands. */
export type OpenVote = Readonly<{
  subject: DecisionSubject;
  electorate: Electorate;
  rulebook: CountingRules;
  question: VoteQuestion | null;
  form: BallotForm;
  ballots: readonly CastBallot[];
  /** Of a hidden vote: who voted, how is sealed. */
  sealed: readonly SealedBallot[];
  /** Of a secret vote on paper, once it is tallied. */
  tallied: SecretBallotTallied['data'] | null;
  /** Of a hidden vote that has closed. */
  key: string | null;
}>;

/** A hidden vote that stands, or was cancelled: it is opened with the others. */
export type SealedBallot = Voter & Readonly<{ sealed: string; cancelled: boolean }>;

/** A vote that stands, and who sat for the seat. */
export type CastBallot = Ballot & Readonly<{ by: PersonRef }>;

/** How the vote on a decision came out. */
export type VoteResult = Readonly<{
  outcome: VoteOutcome;
  closedAt: Instant;
  rules: CountingRules | null;
}>;

/** A vote as it was cast: seen, or sealed. */
export function withCast(
  { ballots, sealed: before }: OpenVote,
  { seat, choice, sealed, person }: VoteCast['data'],
): Partial<OpenVote> {
  if (choice !== undefined) return { ballots: [...ballots, { seat, choice, by: person }] };
  if (sealed === undefined) return {};
  return { sealed: [...before, { seat, person, sealed, cancelled: false }] };
}
