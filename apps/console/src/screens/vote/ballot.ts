import type { EnumOf, ResultOf } from '../../data/graphql.ts';
import type { TheVote } from './vote.documents.ts';

/** The decision that is voted on. */
export type Matter = NonNullable<ResultOf<typeof TheVote>['decision']>;
type Item = NonNullable<Matter['sitting']>['items'][number];
type AVote = NonNullable<Item['vote']>;
type Member = AVote['electorate']['members'][number];

/** Where the act of voting goes to. */
export type Place =
  | Readonly<{ kind: 'sitting'; sitting: string; item: string }>
  | Readonly<{ kind: 'procedure'; procedure: string; isSilence: boolean }>;

/** A vote as its voters see it, in a sitting or without one. */
export type Poll = Readonly<{
  place: Place;
  state: 'closed' | 'notYet' | 'open';
  form: EnumOf<'BallotForm'>;
  textSha256: string;
  question: AVote['question'];
  papers: Item['papers'];
  members: readonly Member[];
  recused: readonly string[];
  conflicts: Item['conflicts'];
  /** Seats that have voted, as far as may be known. */
  voted: readonly string[];
  ballots: readonly Readonly<{ seat: string; choice: EnumOf<'VoteChoice'>; castAt: string }>[];
  /** An answer can be given again until the end. */
  mayChange: boolean;
  deadline: string | null;
}>;

/** The vote on a decision: that which is open, or was the last; null where there is none yet. */
export function pollOf({ id, sitting, procedure }: Matter): Poll | null {
  if (procedure && (procedure.status === 'OPEN' || !sitting)) return ofProcedure(procedure);
  const item = sitting?.items.find(({ decision }) => decision?.id === id);
  return sitting && item ? ofItem(sitting.id, item) : procedure && ofProcedure(procedure);
}

/** Of the votes on an item, that on a question beside it comes first while it is open. */
function ofItem(sitting: string, item: Item): Poll | null {
  const isOpen = item.status === 'VOTE_OPEN';
  const asked = item.questions.findLast(({ ending }) => ending === null);
  const vote = (isOpen && item.vote?.ending !== null ? asked : null) ?? item.vote ?? asked;
  const of = {
    place: { kind: 'sitting', sitting, item: item.item } as const,
    ...{ papers: item.papers, conflicts: item.conflicts, mayChange: false, deadline: null },
  };
  if (!vote) return { ...of, ...NOT_YET, textSha256: item.textSha256 };
  const { form, textSha256, question, electorate, voters, ballots } = vote;
  const { members, recused } = electorate;
  const state = isOpen && vote.ending === null ? 'open' : 'closed';
  const voted = voters.map(({ seat }) => seat);
  const cast = ballots.filter(({ cancelled }) => !cancelled);
  return { ...of, state, form, textSha256, question, members, recused, voted, ballots: cast };
}

const NOT_YET = {
  ...({ state: 'notYet', form: 'NAMED', question: null } as const),
  ...{ members: [], recused: [], voted: [], ballots: [] },
};

function ofProcedure(procedure: NonNullable<Matter['procedure']>): Poll {
  const { id, kind, status, form, textSha256, papers, electorate, conflicts } = procedure;
  const ballots = procedure.replies.filter(({ cancelled, replaced }) => !cancelled && !replaced);
  return {
    place: { kind: 'procedure', procedure: id, isSilence: kind === 'SILENCE' },
    state: status === 'OPEN' ? 'open' : 'closed',
    ...{ form, textSha256, papers, conflicts, ballots, question: null },
    ...{ members: electorate.members, recused: electorate.recused },
    voted: procedure.voters.map(({ seat }) => seat),
    mayChange: procedure.rulebook.written?.replyChange === 'UNTIL_CLOSE',
    deadline: procedure.deadline,
  };
}

/** A seat that somebody votes for, and the mandate to do it under. */
export type OwnSeat = Readonly<{
  seat: string;
  mandate: string | null;
  category: string;
  holder: string | null;
}>;

/**
 * The seats that a person votes for now. In a sitting those that they sit for, as holder, alternate
 * or delegate; without one those that they hold, or are the alternate of.
 */
export function ownSeats(matter: Matter, poll: Poll, person: string): readonly OwnSeat[] {
  const seats = seatsSatFor(matter, poll, person);
  const own = poll.members.find((member) => member.person.id === person);
  const alternate = matter.board?.alternates.filter((one) => one.person.id === person) ?? [];
  return poll.members
    .filter(({ seat }) => seats.has(seat))
    .map((member) => {
      const { seat, category } = member;
      const office = alternate.find((one) => one.seat === seat) ?? own ?? alternate[0];
      const mandate = member.person.id === person ? member.mandate : (office?.mandate ?? null);
      return { seat, category, mandate, holder: member.person.name };
    });
}

function seatsSatFor({ sitting }: Matter, { place, members }: Poll, person: string) {
  if (place.kind === 'procedure') {
    const theirs = members.filter(
      (member) => member.person.id === person || member.alternate?.id === person,
    );
    return new Set(theirs.map(({ seat }) => seat));
  }
  const here = (sitting?.attendance ?? []).filter(({ leftAt }) => leftAt === null);
  return new Set(here.filter((one) => one.person.id === person).map(({ seat }) => seat));
}

/** Where a person stands in a vote. */
export type Standing = 'absent' | 'closed' | 'may' | 'notEntitled' | 'notYet' | 'onPaper';

/** Whether a person may vote now, and why not. */
export function standingOf(poll: Poll, seats: readonly OwnSeat[], person: string): Standing {
  if (poll.state !== 'open') return poll.state;
  if (poll.form === 'SECRET_ON_PAPER') return 'onPaper';
  if (seats.length > 0) return 'may';
  return poll.members.some((member) => member.person.id === person) ? 'absent' : 'notEntitled';
}

/** Where one seat stands. */
export type SeatStanding =
  | Readonly<{ state: 'cast'; choice: EnumOf<'VoteChoice'> | null; castAt: string | null }>
  | Readonly<{ state: 'conflict' | 'may' | 'recused' }>;

/** Whether a seat may be voted for; of hidden and secret votes what was said is not known. */
export function seatStanding(poll: Poll, seat: string): SeatStanding {
  const conflict = poll.conflicts.find((one) => one.seat === seat)?.status;
  if (poll.recused.includes(seat) || conflict === 'RECUSED' || conflict === 'UPHELD') {
    return { state: 'recused' };
  }
  if (conflict === 'DECLARED') return { state: 'conflict' };
  const cast = poll.ballots.findLast((one) => one.seat === seat);
  if (cast) return { state: 'cast', choice: cast.choice, castAt: cast.castAt };
  return poll.voted.includes(seat)
    ? { state: 'cast', choice: null, castAt: null }
    : { state: 'may' };
}
