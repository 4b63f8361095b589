import type { BallotForm } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decision, Instant, PersonRef } from '@tavolo/kernel';
import { bySeat, peopleIn, SECRET_VOTERS_MIN } from './ballot.js';
import type { Sitter } from './ballot.js';
import { detached } from './ballot.count.js';
import { ballotRules } from './ballot.rules.js';
import type { SeatId } from './board.events.js';
import { tallyOf } from './outcome.js';
import type { Ballot, VoteChoice } from './outcome.js';
import type { SittingEvent, VoidCause, VoteClosed, Voter, VoteVoided } from './sitting.events.js';
import type { Item, OpenVote } from './sitting.state.js';

/** A vote that has been opened: unsealed with the key of its vote, or taken out of its box. */
export type OpenedBallot = Voter & Readonly<{ choice: VoteChoice }>;

/** What the box of a vote held when it was shut; null where it is lost, absent of a named vote. */
export type BoxFound = Readonly<{
  box?: Readonly<{ key: string; ballots: readonly OpenedBallot[] }> | null;
}>;

/**
 * Of a vote that is not named: the choice under the key of the vote, and who laid the paper that
 * lies under the seat of a secret one; null where the box is lost.
 */
export type CastGround = Readonly<{
  ballot?: Readonly<{ sealed: string; lies: PersonRef | null }> | null;
}>;

/** D-1: whether a vote stands for the seat already; a paper of who is out by a conflict does not. */
export function hasVoted(item: Item, seat: SeatId, { ballot }: CastGround): boolean {
  const { vote, recusedPeople } = item;
  if (vote?.form === 'secret') {
    const lies = ballot?.lies ?? null;
    return lies !== null && !recusedPeople.includes(lies);
  }
  const isOpen = vote?.ballots.some((one) => one.seat === seat);
  const isSealed = vote?.sealed.some((one) => one.seat === seat && !one.cancelled);
  return isOpen === true || isSealed === true;
}

/** D-3: what the form of a vote keeps out, whoever casts. */
export function castRefusal(
  form: BallotForm,
  { ballot }: CastGround,
  { seat, recorded }: Readonly<{ seat: SeatId; recorded: boolean }>,
): Decision<never> | null {
  if (form === 'named') return null;
  if (form === 'secretOnPaper') return refuse(ballotRules.CastOnPaper);
  if (recorded) return refuse(ballotRules.CastByOneself, { seat });
  return ballot ? null : refuse(ballotRules.BoxLost);
}

/** What of a choice may be a fact; null where nothing may (D-3). */
export function saidIn(
  { form }: Readonly<{ form: BallotForm }>,
  { choice, sealed }: Readonly<{ choice: VoteChoice; sealed: string | undefined }>,
): Readonly<{ choice: VoteChoice }> | Readonly<{ sealed: string }> | null {
  if (form === 'named') return { choice };
  return form === 'hidden' && sealed !== undefined ? { sealed } : null;
}

/** What a vote came to when it is closed, in its form. */
export type Polled = Readonly<{
  /** What is counted: of a secret vote without a tie to the seats. */
  ballots: readonly Ballot[];
  /** What its closing makes known. */
  published: Partial<VoteClosed['data']>;
}>;

/** Named votes as they stand; hidden ones opened; secret ones as who voted and how many voted how. */
export function polled(
  item: Item,
  vote: OpenVote,
  { box, mayStill, at }: BoxFound & Readonly<{ mayStill: readonly Sitter[]; at: Instant }>,
): Polled | Decision<SittingEvent> {
  switch (vote.form) {
    case 'named':
      return { ballots: vote.ballots.map(({ seat, choice }) => ({ seat, choice })), published: {} };
    case 'hidden':
      return box ? opened(vote, box) : accept(voided(item, 'boxLost', at));
    case 'secret':
      return box
        ? counted(item, { ballots: box.ballots, mayStill, at })
        : accept(voided(item, 'boxLost', at));
    case 'secretOnPaper':
      return tallied(item, vote, at);
  }
}

/** The vote counts for nothing and is held again. */
export function voided(
  { id, decision, textSha256, vote }: Item,
  cause: VoidCause,
  voidedAt: Instant,
): VoteVoided {
  const asked = vote?.question ? { question: vote.question } : {};
  const of = { item: id, decision, textSha256, ...asked };
  return { type: 'VoteVoided', data: { ...of, cause, voidedAt } };
}

function opened({ sealed }: OpenVote, { key, ballots }: NonNullable<BoxFound['box']>): Polled {
  const stands = ballots.filter((one) =>
    sealed.some(({ seat, person, cancelled }) => !cancelled && isOf(one, { seat, person })),
  );
  return {
    ballots: stands.map(({ seat, choice }) => ({ seat, choice })),
    published: { key, ballots },
  };
}

/** D-3: a paper of who was recused does not count; who it was is said, what it said is not. */
function counted(
  item: Item,
  {
    ballots,
    mayStill,
    at,
  }: Readonly<{ ballots: readonly OpenedBallot[]; mayStill: readonly Sitter[]; at: Instant }>,
): Polled | Decision<SittingEvent> {
  const { recused, recusedPeople } = item;
  const isOut = (one: Voter) => recused.includes(one.seat) || recusedPeople.includes(one.person);
  const stands = ballots.filter((one) => !isOut(one));
  const people = peopleIn(stands);
  if (people < SECRET_VOTERS_MIN) {
    if (peopleIn([...stands, ...mayStill]) < SECRET_VOTERS_MIN) {
      return accept(voided(item, 'tooFewVoters', at));
    }
    return refuse(ballotRules.FewerThanThree, { voters: people, needed: SECRET_VOTERS_MIN });
  }
  const voters = votersOf(stands);
  const cancelled = votersOf(ballots.filter((one) => isOut(one)));
  const seats = voters.map(({ seat }) => seat);
  return {
    ballots: detached(seats, tallyOf(stands)),
    published: { voters, ...(cancelled.length > 0 && { cancelled }) },
  };
}

/** A paper of who was recused since lies among the others: nobody can take it out (GB-3). */
function tallied(item: Item, { tallied: said }: OpenVote, at: Instant) {
  if (!said) return refuse(ballotRules.NotTallied);
  const { voters, tally } = said;
  const isOut = (one: Voter) =>
    item.recused.includes(one.seat) || item.recusedPeople.includes(one.person);
  if (voters.some((one) => isOut(one))) return accept(voided(item, 'voterRecused', at));
  const seats = voters.map(({ seat }) => seat);
  return { ballots: detached(seats, tally), published: { voters } };
}

function votersOf(these: readonly Voter[]): readonly Voter[] {
  return bySeat(these).map(({ seat, person }) => ({ seat, person }));
}

function isOf(one: Voter, { seat, person }: Voter): boolean {
  return one.seat === seat && one.person === person;
}
