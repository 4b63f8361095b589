import type { Rulebook } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decision, PersonRef } from '@tavolo/kernel';
import { outcomeOf, quorumOf, tallyOf } from './outcome.js';
import type { Count, Quorum } from './outcome.js';
import type { Roll } from './roll.js';
import { isSettled } from './settled.js';
import { conflictRefusal } from './sitting.attendance.js';
import type { SittingAsked } from './sitting.commands.js';
import type { SittingEvent } from './sitting.events.js';
import { ongoing } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';
import type { Attendant, Item, OpenVote, SittingState } from './sitting.state.js';

/** Casting is refused or recorded; the vote of one seat (D-1). */
export function cast(
  command: SittingAsked<'CastVote'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { data, at, by } = command;
  const { item: id, seat, choice, textSha256 } = data;
  const open = ongoing(command, state);
  if ('outcome' in open) return open;
  const { item } = open;
  if (textSha256 !== item.textSha256) {
    return refuse(sittingRules.OtherText, { textSha256: item.textSha256 });
  }
  const person = voterOf(state, item, { seat, by: by.person });
  if (typeof person !== 'string') return person;
  const ballot = { item: id, seat, person, choice, textSha256, castAt: at };
  return accept({ type: 'VoteCast', data: ballot });
}

/** Who sits for the seat and may vote for it now, cast by them or recorded by the secretary. */
function voterOf(
  state: SittingState,
  item: Item,
  { seat, by }: Readonly<{ seat: string; by: PersonRef }>,
): PersonRef | Decision<never> {
  const members = item.vote?.electorate.members.filter((entitled) => entitled.seat === seat);
  const [member] = members ?? [];
  if (!members || !member) return refuse(sittingRules.SeatNotEntitled, { seat });
  const [sitter] = sittersOf(state, item, members);
  const { person } = sitter ?? member;
  if (by !== person && by !== state.secretary) return refuse(sittingRules.NotTheVoter, { seat });
  const present = sitter ? person : refuse(sittingRules.VoterAbsent, { seat });
  return seatRefusal(item, { seat, person }) ?? present;
}

/** Who is out by a conflict is out for the seat, and for every seat that they sit for (GB-3). */
function seatRefusal(
  { recused, recusedPeople, upheld, declared, vote }: Item,
  { seat, person }: Attendant,
): Decision<never> | null {
  const isTheirs = (one: Attendant) => one.seat === seat || one.person === person;
  const out = recused.includes(seat) || recusedPeople.includes(person);
  if (out || upheld.some((one) => isTheirs(one))) return refuse(sittingRules.SeatRecused, { seat });
  if (declared.some((one) => isTheirs(one))) {
    return refuse(sittingRules.ConflictUnresolved, { seat });
  }
  const voted = vote?.ballots.some((ballot) => ballot.seat === seat);
  return voted ? refuse(sittingRules.VotedAlready, { seat }) : null;
}

/** The quorum is verified again, the outcome computed from what was cast and stands (D-2). */
export function close(
  command: SittingAsked<'CloseVote'>,
  state: SittingState,
): Decision<SittingEvent> {
  const open = ongoing(command, state);
  if ('outcome' in open) return open;
  const { item, vote } = open;
  const { id, decision, textSha256, recused } = item;
  const conflict = conflictRefusal(item);
  if (conflict) return conflict;
  const count = countOf(state, item, vote);
  const { present, ballots } = count;
  if (vote.rulebook.closing === 'settled' && !mayClose(count, vote.rulebook)) {
    return refuse(sittingRules.VoteNotSettled);
  }
  const { outcome, trace } = outcomeOf(count, vote.rulebook);
  const tally = { ...tallyOf(ballots), recused: recused.length };
  const of = { item: id, decision, textSha256, outcome, tally, trace };
  return accept({ type: 'VoteClosed', data: { ...of, present, recused, closedAt: command.at } });
}

/** All who are there have voted, or nothing that anybody may still say changes the outcome. */
function mayClose(count: Count, rulebook: Rulebook): boolean {
  const { present, ballots, recused, entitled } = count;
  const waiting = present.filter((seat) => !recused.includes(seat));
  const all = waiting.every((seat) => ballots.some((ballot) => ballot.seat === seat));
  return all || isSettled(count, rulebook, entitled);
}

/** All that a vote is counted from, as the sitting stands: pure, so that it can be replayed. */
export function countOf(state: SittingState, item: Item, vote: OpenVote): Count {
  const { electorate, rulebook } = vote;
  const { members, seats, chair, viceChair } = electorate;
  const { recused } = item;
  const entitled = members.map(({ seat }) => seat);
  const present = sittersOf(state, item, members).map(({ seat }) => seat);
  const ballots = vote.ballots.map(({ seat, choice }) => ({ seat, choice }));
  const categories = Object.fromEntries(members.map(({ seat, category }) => [seat, category]));
  const count = { seats, entitled, chair, recused, present, ballots };
  const vice = viceChair === undefined ? {} : { viceChair };
  return needsCategories(rulebook) ? { ...count, ...vice, categories } : { ...count, ...vice };
}

function needsCategories({ weights, quorum }: Rulebook): boolean {
  return weights !== undefined || quorum.categories !== undefined;
}

/** The structural quorum of an item, on who is in office and present this instant (GB-2). */
export function quorumNow(state: SittingState, item: Item, roll: Roll) {
  const { members, seats } = roll;
  const rulebook = rulesInCall(roll.rulebook, state.call);
  const entitled = members.map(({ seat }) => seat);
  const present = sittersOf(state, item, members).map(({ seat }) => seat);
  const categories = Object.fromEntries(members.map(({ seat, category }) => [seat, category]));
  const count = { seats, entitled, present, categories };
  const quorum: Quorum = quorumOf({ ...count, recused: item.recused }, rulebook.quorum);
  const all = sittersOf(state, { ...item, recusedPeople: [] }, members).map(({ seat }) => seat);
  const withoutRecusals = quorumOf({ ...count, present: all, recused: [] }, rulebook.quorum);
  return { quorum, present, wouldReach: withoutRecusals.reached };
}

/** In second call the rulebook's other quorum holds; everything else of it stays. */
export function rulesInCall(rulebook: Rulebook, call: SittingState['call']): Rulebook {
  const { secondCall } = rulebook;
  return call === 'second' && secondCall ? { ...rulebook, quorum: secondCall } : rulebook;
}

type Electable = Readonly<{ seat: string; person: string; alternate?: string }>;

/**
 * Who sits for a seat in an item: its holder, alternate or delegate of now (a successor does not
 * inherit somebody's presence), where they are not out of the item for another seat.
 */
function sittersOf(
  { present }: SittingState,
  { recused, recusedPeople }: Item,
  members: readonly Electable[],
): readonly Attendant[] {
  return present.filter(({ seat, person, as }) => {
    const member = members.find((one) => one.seat === seat);
    // A recused seat is counted out as such, its holder's other seats by the person.
    if (!member || (recusedPeople.includes(person) && !recused.includes(seat))) return false;
    if (as === 'delegate') return true;
    return person === (as === 'alternate' ? member.alternate : member.person);
  });
}
