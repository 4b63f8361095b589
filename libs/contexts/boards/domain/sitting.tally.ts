import { accept, refuse } from '@tavolo/kernel';
import type { Decision, PersonRef } from '@tavolo/kernel';
import { bySeat, peopleIn, SECRET_VOTERS_MIN } from './ballot.js';
import { ballotRules } from './ballot.rules.js';
import type { SeatId } from './board.events.js';
import type { SittingAsked } from './sitting.commands.js';
import type { SittingEvent, Voter } from './sitting.events.js';
import { ongoing } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';
import type { Item, OpenVote, SittingState } from './sitting.state.js';
import { sittersOf } from './sitting.vote.js';

type Asked = SittingAsked<'RecordSecretTally'>;
const TELLERS_MIN = 2;

/** A secret vote on paper: who voted, how many voted how, counted by tellers (D-2, D-3). */
export function recordTally(command: Asked, state: SittingState): Decision<SittingEvent> {
  const { data, at: talliedAt, by } = command;
  const open = ongoing(command, state);
  if ('outcome' in open) return open;
  const { item, vote } = open;
  const { textSha256 } = item;
  if (data.textSha256 !== textSha256) return refuse(sittingRules.OtherText, { textSha256 });
  const kept = formRefusal(vote) ?? tellersRefusal(data.tellers, state, by.person);
  if (kept) return kept;
  const voters = data.voters.map((seat) => voterOf(state, item, { seat, vote }));
  const out = voters.find((one) => 'outcome' in one);
  if (out) return out;
  const people = voters.filter((one): one is Voter => !('outcome' in one));
  const { for: inFavour, against, abstain, tellers } = data;
  const tally = { for: inFavour, against, abstain };
  const mismatch = tallyRefusal(people, inFavour + against + abstain);
  if (mismatch) return mismatch;
  const of = { item: item.id, textSha256, voters: bySeat(people) };
  return accept({ type: 'SecretBallotTallied', data: { ...of, tally, tellers, talliedAt } });
}

function formRefusal({ form, tallied }: OpenVote): Decision<never> | null {
  if (form !== 'secretOnPaper') return refuse(ballotRules.NotOnPaper);
  return tallied ? refuse(ballotRules.TalliedAlready) : null;
}

function tellersRefusal(
  tellers: readonly PersonRef[],
  { attended, secretary }: SittingState,
  by: PersonRef,
): Decision<never> | null {
  if (by !== secretary) return refuse(ballotRules.NotTheSecretary);
  if (tellers.includes(by)) return refuse(ballotRules.TellerRecords);
  const there = new Set(tellers.filter((teller) => attended.includes(teller)));
  const enough = there.size >= TELLERS_MIN && there.size === tellers.length;
  return enough ? null : refuse(ballotRules.TooFewTellers);
}

/** Who handed in a paper: who sits for the seat, or who left after doing so, and is not recused. */
function voterOf(
  state: SittingState,
  item: Item,
  { seat, vote }: Readonly<{ seat: SeatId; vote: OpenVote }>,
): Voter | Decision<never> {
  const members = vote.electorate.members.filter((entitled) => entitled.seat === seat);
  const [member] = members;
  if (!member) return refuse(sittingRules.SeatNotEntitled, { seat });
  const person = sittersOf(state, item, members)[0]?.person ?? member.person;
  if (item.recused.includes(seat) || item.recusedPeople.includes(person)) {
    return refuse(sittingRules.SeatRecused, { seat });
  }
  return state.attended.includes(person)
    ? { seat, person }
    : refuse(sittingRules.VoterAbsent, { seat });
}

/** One paper for each seat that voted, and enough of them to keep a secret. */
function tallyRefusal(voters: readonly Voter[], papers: number): Decision<never> | null {
  const seats = new Set(voters.map(({ seat }) => seat));
  if (seats.size !== voters.length || papers !== voters.length) {
    return refuse(ballotRules.TallyMismatch, { papers, voters: seats.size });
  }
  const people = peopleIn(voters);
  if (people >= SECRET_VOTERS_MIN) return null;
  return refuse(ballotRules.TooFewForSecret, { voters: people, needed: SECRET_VOTERS_MIN });
}
