import type { Rulebook } from '../contract/index.js';
import { countingRules, isWeighed } from './earlier-majority.js';
import type { CountingRules } from './earlier-majority.js';
import { isSecret } from './ballot.js';
import type { BallotForm } from '../contract/index.js';
import type { SeatId } from './board.events.js';
import { outcomeOf, tallyOf, voteChoices } from './outcome.js';
import type { Ballot, Count, Outcome, VoteChoice } from './outcome.js';
import { say } from './outcome.sentences.js';

/** How many votes of each kind stand, without seats. */
export type Tally = Readonly<Record<VoteChoice, number>>;

/**
 * The papers of a secret vote as ballots that can be counted (D-3). Choices are dealt out to the
 * seats in a fixed order, so a ballot says nothing of its seat: without weights, categories and
 * casting vote an outcome takes from ballots who voted, and how many votes of each kind there are.
 */
export function detached(voters: readonly SeatId[], tally: Tally): readonly Ballot[] {
  const choices = voteChoices.flatMap((choice) =>
    Array.from({ length: tally[choice] }, () => choice),
  );
  return choices.slice(0, voters.length).map((choice, i) => ({ seat: voters[i] ?? '', choice }));
}

/**
 * The outcome of a vote in its form (D-2): of a secret one without the casting vote of anybody.
 * A second vote is none either: it names its seat, and would say what the first, secret one was.
 */
export function outcomeIn(form: BallotForm, count: Count, rulebook: CountingRules): Outcome {
  if (!isSecret(form)) return outcomeOf(count, rulebook);
  const counted = outcomeOf(withoutChair(count), withoutCastingVote(rulebook));
  const { trace } = counted;
  const { for: inFavour, against, abstain } = tallyOf(count.ballots);
  const said = [inFavour, against, abstain].filter((votes) => votes > 0);
  if (said.length !== 1) return counted;
  const numbers = { votes: count.ballots.length };
  const secrecy = { step: 'secrecy', numbers, holds: false, ...say.disclosed() } as const;
  return { ...counted, trace: [...trace.slice(0, -1), secrecy, ...trace.slice(-1)] };
}

/** Whether a secret vote can be counted by these rules, or by others that an auditor asks about. */
export function countsSecretly(rules: CountingRules): boolean {
  return !isWeighed(rules) && rules.quorum.categories === undefined;
}

function withoutChair({ viceChair: _, ...count }: Count): Count {
  return { ...count, chair: null };
}

/** D-3: what the chair adds would say how the chair voted; a tie goes as with the chair away. */
function withoutCastingVote(rules: CountingRules): CountingRules {
  const { alsoNeeded } = rules;
  return countingRules(
    uncast(rules),
    alsoNeeded?.map((one) => uncast(one)),
  );
}

function uncast<T extends Pick<Rulebook, 'tie' | 'tieUnpresided'>>(rules: T): T {
  const { tie, tieUnpresided = 'falls' } = rules;
  const isOfChair = tie === 'chairDecides' || tie === 'chairSecond';
  return isOfChair ? { ...rules, tie: tieUnpresided } : rules;
}
