import type { Rulebook } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decision, PersonRef } from '@tavolo/kernel';
import { outcomeIn } from './ballot.count.js';
import { ballotRules } from './ballot.rules.js';
import { isWeighed } from './earlier-majority.js';
import type { CountingRules } from './earlier-majority.js';
import { quorumOf, tallyOf } from './outcome.js';
import type { Ballot, Count, Quorum } from './outcome.js';
import type { Roll } from './roll.js';
import { isSettled } from './settled.js';
import { conflictRefusal } from './sitting.attendance.js';
import { castRefusal, hasVoted, polled, saidIn } from './sitting.ballot.js';
import type { CastGround } from './sitting.ballot.js';
import type { SittingAsked } from './sitting.commands.js';
import type { ElectorateMember, SittingEvent } from './sitting.events.js';
import { ongoing } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';
import type { Attendant, Item, OpenVote, SittingState } from './sitting.state.js';

/** Casting is refused or recorded; the vote of one seat (D-1). */
export function cast(
  command: SittingAsked<'CastVote'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { data, at, by } = command;
  const { item: id, seat, choice, textSha256, recorded, grounds } = data;
  const open = ongoing(command, state);
  if ('outcome' in open) return open;
  const { item, vote } = open;
  if (textSha256 !== item.textSha256) {
    return refuse(sittingRules.OtherText, { textSha256: item.textSha256 });
  }
  const person = voterOf(state, item, { seat, by: by.person, grounds });
  if (typeof person !== 'string') return person;
  const kept = formRefusal(command, { form: vote.form, person, secretary: state.secretary });
  if (kept) return kept;
  const said = saidIn(vote, { choice, sealed: grounds.ballot?.sealed });
  if (!said) return accept(); // Nothing of a secret vote is a fact until its closing (D-3).
  const ballot = { item: id, seat, person, ...said, textSha256, castAt: at };
  return accept({ type: 'VoteCast', data: { ...ballot, ...(recorded && { recorded }) } });
}

type Castable = Readonly<{
  form: OpenVote['form'];
  person: PersonRef;
  secretary: PersonRef | null;
}>;

/** D-1, D-3: how a vote is taken is for the secretary to say, and of named votes only. */
function formRefusal(
  { data: { seat, recorded, grounds }, by }: SittingAsked<'CastVote'>,
  { form, person, secretary }: Castable,
): Decision<never> | null {
  const isSaid = recorded !== undefined;
  if (isSaid && by.person !== secretary) return refuse(ballotRules.OnlyForTheRecord);
  return castRefusal(form, grounds, { seat, recorded: isSaid || by.person !== person });
}

/** Who sits for the seat and may vote for it now, cast by them or recorded by the secretary. */
function voterOf(
  state: SittingState,
  item: Item,
  { seat, by, grounds }: Readonly<{ seat: string; by: PersonRef; grounds: CastGround }>,
): PersonRef | Decision<never> {
  const members = entitledIn(item, seat);
  const [member] = members;
  if (!member) return refuse(sittingRules.SeatNotEntitled, { seat });
  const [sitter] = sittersOf(state, item, members);
  const { person } = sitter ?? member;
  if (by !== person && by !== state.secretary) return refuse(sittingRules.NotTheVoter, { seat });
  const present = sitter ? person : refuse(sittingRules.VoterAbsent, { seat });
  return seatRefusal(item, { seat, person }) ?? votedRefusal(item, seat, grounds) ?? present;
}

function entitledIn({ vote }: Item, seat: string): readonly ElectorateMember[] {
  return (vote?.electorate.members ?? []).filter((entitled) => entitled.seat === seat);
}

/** D-1: once per seat. */
function votedRefusal(item: Item, seat: string, grounds: CastGround): Decision<never> | null {
  return hasVoted(item, seat, grounds) ? refuse(sittingRules.VotedAlready, { seat }) : null;
}

/** Who is out by a conflict is out for the seat, and for every seat that they sit for (GB-3). */
function seatRefusal(
  { recused, recusedPeople, upheld, declared }: Item,
  { seat, person }: Attendant,
): Decision<never> | null {
  const isTheirs = (one: Attendant) => one.seat === seat || one.person === person;
  const out = recused.includes(seat) || recusedPeople.includes(person);
  if (out || upheld.some((one) => isTheirs(one))) return refuse(sittingRules.SeatRecused, { seat });
  if (declared.some((one) => isTheirs(one))) {
    return refuse(sittingRules.ConflictUnresolved, { seat });
  }
  return null;
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
  const sitters = sittersOf(state, item, vote.electorate.members);
  const mayStill = sitters.filter(({ seat }) => !recused.includes(seat));
  const { box } = command.data.grounds;
  const votes = polled(item, vote, { ...(box !== undefined && { box }), mayStill, at: command.at });
  if ('outcome' in votes) return votes;
  const { ballots, published } = votes;
  const count = countOf(state, item, { vote, ballots });
  const early = earlyRefusal(vote, count);
  if (early) return early;
  const { trace, ...reached } = outcomeIn(vote.form, count, vote.rulebook);
  const tally = { ...tallyOf(ballots), recused: recused.length };
  const asked = vote.question ? { question: vote.question } : {};
  const of = { item: id, decision, textSha256, ...asked, ...reached, tally, trace };
  const ending = { present: count.present, recused, closedAt: command.at };
  return accept({ type: 'VoteClosed', data: { ...of, ...ending, ...published } });
}

/**
 * All who are there have voted, or nothing that anybody may still say changes the outcome. Of a
 * vote that is not named the second is not asked: the answer would tell how it stands (D-3).
 */
function earlyRefusal({ rulebook, form }: OpenVote, count: Count): Decision<never> | null {
  if (rulebook.closing !== 'settled' || form === 'secretOnPaper') return null;
  const { present, ballots, recused, entitled } = count;
  const waiting = present.filter((seat) => !recused.includes(seat));
  if (waiting.every((seat) => ballots.some((ballot) => ballot.seat === seat))) return null;
  if (form !== 'named') return refuse(ballotRules.NotAllVoted);
  return isSettled(count, rulebook, entitled) ? null : refuse(sittingRules.VoteNotSettled);
}

/** All that a vote is counted from, as the sitting stands: pure, so that it can be replayed. */
export function countOf(
  state: SittingState,
  item: Item,
  { vote, ballots }: Readonly<{ vote: OpenVote; ballots: readonly Ballot[] }>,
): Count {
  const { electorate, rulebook } = vote;
  const { members, seats, chair, viceChair } = electorate;
  const { recused } = item;
  const entitled = members.map(({ seat }) => seat);
  const present = sittersOf(state, item, members).map(({ seat }) => seat);
  const categories = Object.fromEntries(members.map(({ seat, category }) => [seat, category]));
  const count = { seats, entitled, chair, recused, present, ballots };
  const vice = viceChair === undefined ? {} : { viceChair };
  return needsCategories(rulebook) ? { ...count, ...vice, categories } : { ...count, ...vice };
}

function needsCategories(rules: CountingRules): boolean {
  return isWeighed(rules) || rules.quorum.categories !== undefined;
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
export function sittersOf(
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
