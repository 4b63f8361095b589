import type { ResultOf } from '../../data/graphql.ts';
import type { Spread } from '../../parts/vote/count.ts';
import { spreadOf } from '../../parts/vote/count.ts';
import type { TheDecision } from './decision.documents.ts';

/** The decision of the page. */
export type Decision = NonNullable<ResultOf<typeof TheDecision>['decision']>;

type Item = NonNullable<Decision['sitting']>['items'][number];
type SittingVote = NonNullable<Item['vote']>;
type Electorate = SittingVote['electorate'];

/** One seat that could vote, and what is known of its vote. */
export type NamedVote = Readonly<{
  seat: string;
  person: string | null;
  category: string;
  choice: 'ABSTAIN' | 'AGAINST' | 'FOR' | null;
  castAt: string | null;
  isCancelled: boolean;
  isRecused: boolean;
}>;

/** How it is or was voted: in a sitting or without one; null where the reader may not see it. */
export type Voting = Readonly<{
  form: SittingVote['form'];
  isOpen: boolean;
  /** Nobody votes any more, and what it came to is not known yet. */
  isCounting: boolean;
  rulebook: SittingVote['rulebook'];
  rulebookVersion: number;
  electorate: Electorate;
  ballots: readonly Readonly<{
    seat: string;
    choice: 'ABSTAIN' | 'AGAINST' | 'FOR';
    castAt: string;
    cancelled: boolean;
    person: Readonly<{ name: string | null }>;
  }>[];
  /** How many have voted, as far as is known. */
  voted: number;
}>;

/** The vote on the decision itself, wherever it is held. */
export function votingOf({ id, sitting, procedure }: Decision): Voting | null {
  if (procedure) {
    const { form, rulebook, rulebookVersion, electorate, status } = procedure;
    const ballots = procedure.replies.filter(({ replaced }) => !replaced);
    const isOpen = status === 'OPEN';
    const isCounting = status === 'CLOSED';
    const voted = ballots.filter(({ cancelled }) => !cancelled).length;
    return { form, rulebook, rulebookVersion, electorate, ballots, voted, isOpen, isCounting };
  }
  const item = sitting?.items.find(({ decision }) => decision?.id === id);
  if (!item?.vote) return null;
  const { form, rulebook, rulebookVersion, electorate, ballots, voters } = item.vote;
  const isOpen = item.status === 'VOTE_OPEN' && item.vote.ending === null;
  const isCounting = item.status === 'VOTE_CLOSED' && item.vote.ending === null;
  const voted = voters.length;
  return { form, rulebook, rulebookVersion, electorate, ballots, voted, isOpen, isCounting };
}

/** The spread of the vote that it came out of; null while it has not come out. */
export function decidedSpread({ vote }: Decision, voting: Voting | null): Spread | null {
  if (!vote) return null;
  const { tally, trace } = vote;
  const entitled = voting?.electorate.members.length ?? null;
  return spreadOf({ tally, trace, rulebook: voting?.rulebook ?? null, entitled });
}

/** Everybody who could vote, with what is known of their vote. */
export function namedVotes({ electorate, ballots }: Voting): readonly NamedVote[] {
  const recused = new Set(electorate.recused);
  return electorate.members.map((member) => {
    const { seat, category } = member;
    const cast = ballots.findLast((one) => one.seat === seat);
    const isRecused = recused.has(seat);
    const unsaid = { choice: null, castAt: null, isCancelled: false };
    if (!cast) return { seat, category, person: member.person.name, ...unsaid, isRecused };
    const { choice, castAt, cancelled: isCancelled, person } = cast;
    return { seat, category, person: person.name, choice, castAt, isCancelled, isRecused };
  });
}
