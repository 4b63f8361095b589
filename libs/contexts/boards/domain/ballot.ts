import type { BallotForm } from '../contract/index.js';
import { refuse } from '@tavolo/kernel';
import type { Decision, PersonRef } from '@tavolo/kernel';
import { isWeighed } from './earlier-majority.js';
import type { CountingRules } from './earlier-majority.js';
import { ballotRules } from './ballot.rules.js';
import type { SeatId } from './board.events.js';

// How a vote is given, whichever stream holds it: a sitting's or a procedure's.

/** Below so many a tally says who voted how (D-3). */
export const SECRET_VOTERS_MIN = 3;

/** Somebody who sits for a seat. */
export type Sitter = Readonly<{ seat: SeatId; person: PersonRef }>;

/** Whether its choices never come to be known: nothing but the list of who voted and the tally. */
export function isSecret(form: BallotForm): boolean {
  return form === 'secret' || form === 'secretOnPaper';
}

/** Whether it has a key, and for a secret one papers, beside the log until it is closed. */
export function hasBox(form: BallotForm): boolean {
  return form === 'hidden' || form === 'secret';
}

/** D-1, D-3: the body has the form among its own, and a secret one can stay secret. */
export function formRefusal(
  form: BallotForm,
  rules: CountingRules,
  voters: readonly Sitter[],
): Decision<never> | null {
  const { ballots = ['named'], quorum } = rules;
  if (!ballots.includes(form)) return refuse(ballotRules.FormNotAllowed, { form, ballots });
  if (!isSecret(form)) return null;
  if (isWeighed(rules)) return refuse(ballotRules.SecretWithWeights);
  if (quorum.categories) return refuse(ballotRules.SecretByCategory);
  const people = peopleIn(voters);
  if (people >= SECRET_VOTERS_MIN) return null;
  return refuse(ballotRules.TooFewForSecret, { voters: people, needed: SECRET_VOTERS_MIN });
}

/** Persons, not seats: who votes for two seats knows two of the votes. */
export function peopleIn(sitters: readonly Sitter[]): number {
  return new Set(sitters.map(({ person }) => person)).size;
}

/** Sitters in the order of their seats, which says nothing of the order in which they voted (D-3). */
export function bySeat<T extends Readonly<{ seat: SeatId }>>(these: readonly T[]): readonly T[] {
  return [...these].sort((a, b) => (a.seat < b.seat ? -1 : 1));
}
