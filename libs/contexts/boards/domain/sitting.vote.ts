import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { outcomeOf, quorumOf, tallyOf } from './outcome.js';
import type { Count, Quorum } from './outcome.js';
import type { Roll } from './roll.js';
import { conflictRefusal } from './sitting.attendance.js';
import type { SittingAsked } from './sitting.commands.js';
import type { SittingEvent } from './sitting.events.js';
import { ongoing } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';
import type { Item, OpenVote, SittingState } from './sitting.state.js';

/** Casting is refused or recorded; the vote of one seat (D-1). */
export function cast(
  command: SittingAsked<'CastVote'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { data, at, by } = command;
  const { item: id, seat, choice, textSha256 } = data;
  const open = ongoing(command, state);
  if ('outcome' in open) return open;
  const { item, vote } = open;
  if (textSha256 !== item.textSha256) {
    return refuse(sittingRules.OtherText, { textSha256: item.textSha256 });
  }
  const member = vote.electorate.members.find((entitled) => entitled.seat === seat);
  if (!member) return refuse(sittingRules.SeatNotEntitled, { seat });
  if (by.person !== member.person && by.person !== state.secretary) {
    return refuse(sittingRules.NotTheVoter, { seat });
  }
  const kept = seatRefusal(item, vote, seat);
  if (kept) return kept;
  const { person } = member;
  const present = state.present.some((one) => one.seat === seat && one.person === person);
  if (!present) return refuse(sittingRules.VoterAbsent, { seat });
  const ballot = { item: id, seat, person, choice, textSha256, castAt: at };
  return accept({ type: 'VoteCast', data: ballot });
}

function seatRefusal(
  { recused, upheld, declared }: Item,
  { ballots }: OpenVote,
  seat: string,
): Decision<never> | null {
  if (recused.includes(seat) || upheld.some((one) => one.seat === seat)) {
    return refuse(sittingRules.SeatRecused, { seat });
  }
  if (declared.some((one) => one.seat === seat)) {
    return refuse(sittingRules.ConflictUnresolved, { seat });
  }
  const voted = ballots.some((ballot) => ballot.seat === seat);
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
  const { outcome, trace } = outcomeOf(count, vote.rulebook);
  const tally = { ...tallyOf(ballots), recused: recused.length };
  const of = { item: id, decision, textSha256, outcome, tally, trace };
  return accept({ type: 'VoteClosed', data: { ...of, present, recused, closedAt: command.at } });
}

/** All that a vote is counted from, as the sitting stands: pure, so that it can be replayed. */
export function countOf(state: SittingState, { recused }: Item, vote: OpenVote): Count {
  const { electorate, ballots } = vote;
  const { members, seats, chair } = electorate;
  const entitled = members.map(({ seat }) => seat);
  return { seats, entitled, chair, recused, present: presentSeats(state, members), ballots };
}

/** The structural quorum of an item, on who is in office and present this instant (GB-2). */
export function quorumNow(state: SittingState, { recused }: Item, roll: Roll) {
  const entitled = roll.members.map(({ seat }) => seat);
  const present = presentSeats(state, roll.members);
  const count = { seats: roll.seats, entitled, present };
  const quorum: Quorum = quorumOf({ ...count, recused }, roll.rulebook.quorum);
  const withoutRecusals = quorumOf({ ...count, recused: [] }, roll.rulebook.quorum);
  return { quorum, present, wouldReach: withoutRecusals.reached };
}

/** Who sits there holds the seat now: a successor does not inherit somebody's presence. */
function presentSeats(
  { present }: SittingState,
  members: readonly Readonly<{ seat: string; person: string }>[],
): readonly string[] {
  return present
    .filter(({ seat, person }) =>
      members.some((member) => member.seat === seat && member.person === person),
    )
    .map(({ seat }) => seat);
}
