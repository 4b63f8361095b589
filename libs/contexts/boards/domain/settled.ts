import type { SeatId } from './board.events.js';
import type { CountingRules } from './earlier-majority.js';
import { outcomeOf, voteChoices } from './outcome.js';
import type { Count, VoteChoice } from './outcome.js';

/**
 * Whether nothing that these seats still say can change the outcome (early close). Four worst
 * cases bound all others: everybody in favour, against, abstaining, silent. One more vote in
 * favour never turns a proposal down; one more against adopts it only by making a tie that the
 * chair decides, which an abstention in its place does not; and who votes is there for the quorum.
 */
export function isSettled(count: Count, rulebook: CountingRules, open: readonly SeatId[]): boolean {
  const voted = new Set(count.ballots.map(({ seat }) => seat));
  const silent = open.filter((seat) => !voted.has(seat) && !count.recused.includes(seat));
  const now = outcomeOf(count, rulebook).outcome;
  return voteChoices.every(
    (choice) => outcomeOf(withAll(count, silent, choice), rulebook).outcome === now,
  );
}

function withAll(count: Count, seats: readonly SeatId[], choice: VoteChoice): Count {
  const present = [...new Set([...count.present, ...seats])];
  return {
    ...count,
    present,
    ballots: [...count.ballots, ...seats.map((seat) => ({ seat, choice }))],
  };
}
