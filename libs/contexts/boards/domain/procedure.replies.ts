import { accept, refuse } from '@tavolo/kernel';
import type { Decision, PersonRef } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { Ballot, VoteChoice } from './outcome.js';
import type { Count } from './outcome.count.js';
import type { OnOpenProcedure, ProcedureAsked } from './procedure.commands.js';
import type { ProcedureEvent, ReplyCancelled } from './procedure.events.js';
import { standingFor } from './procedure.ballot.js';
import type { Standing } from './procedure.ballot.js';
import { ongoing } from './procedure.lapse.js';
import { procedureRules } from './procedure.rules.js';
import { isOf } from './procedure.state.js';
import type { ProcedureState, Replier, Reply } from './procedure.state.js';
import type { Roll } from './roll.js';
import { castRefusal, saidIn } from './sitting.ballot.js';
import type { ElectorateMember } from './sitting.events.js';
import { sittingRules } from './sitting.rules.js';

// The ballots of a procedure, all in this file: cast, changed, cancelled, counted.

/**
 * A seat answers, or answers otherwise where the rulebook lets it (D-1). Of a secret answer
 * nothing is a fact until the closing: its paper lies in the box (D-3).
 */
export function castReply(
  command: ProcedureAsked<'CastReply'>,
  state: ProcedureState,
): Decision<ProcedureEvent> {
  const { data, at, by } = command;
  const { seat, choice, textSha256, grounds } = data;
  const kept = ongoing(command, state) ?? answerRefusal(data, state);
  if (kept) return kept;
  if (state.kind !== 'written') return refuse(procedureRules.NotWritten);
  const replier = replierFor(state, { seat, by: by.person, grounds });
  if ('outcome' in replier) return replier;
  const { person, as } = replier;
  const before = standingFor(state, seat, grounds);
  const recorded = by.person !== person;
  const again =
    castRefusal(state.form, grounds, { seat, recorded }) ??
    changeRefusal(before, { choice, as }, state);
  if (again) return again;
  const said = saidIn(state, { choice, sealed: grounds.ballot?.sealed });
  if (!said) return accept();
  const reply = { seat, person, ...said, textSha256, castAt: at, ...standInOf(as) };
  return accept({ type: before ? 'ReplyChanged' : 'ReplyCast', data: reply });
}

function standInOf(as: Reply['as']) {
  return as === 'alternate' ? ({ as } as const) : {};
}

/** GB-5: the first reply stands, or the last; an alternate never takes the place of the holder. */
function changeRefusal(
  before: Standing | null,
  now: Readonly<{ choice: VoteChoice; as: Reply['as'] }>,
  { rulebook }: ProcedureState,
): Decision<never> | null {
  if (!before) return null;
  const { seat } = before;
  if (before.as === 'holder' && now.as === 'alternate') {
    return refuse(procedureRules.HolderReplied, { seat });
  }
  if (rulebook.written?.replyChange !== 'untilClose') {
    return refuse(procedureRules.RepliedAlready, { seat });
  }
  const isSame = before.choice === now.choice && before.as === now.as;
  return isSame ? refuse(procedureRules.SameReply, { seat }) : null;
}

/** an answer names the text that it is about, as whoever answers read it. */
export function answerRefusal(
  { textSha256: named }: Readonly<{ textSha256: string }>,
  { textSha256 }: ProcedureState,
): Decision<never> | null {
  return named === textSha256 ? null : refuse(sittingRules.OtherText, { textSha256 });
}

/** Who answers for a seat, and in which place. */
type Answering = Readonly<{ person: PersonRef; as: Reply['as'] }>;

/**
 * Who answers for a seat: its holder, or the alternate as long as the holder has not (one seat,
 * one answer, whoever of the two gives it), or the secretary records that of the holder. Both are
 * those of the opening, and still in office: a successor was not told and does not answer (D-1).
 */
export function replierFor(
  state: ProcedureState,
  asked: Readonly<{ seat: SeatId; by: PersonRef; grounds: OnOpenProcedure }>,
): Answering | Decision<never> {
  const { seat, by, grounds } = asked;
  const member = state.electorate.members.find((one) => one.seat === seat);
  if (!member) return refuse(sittingRules.SeatNotEntitled, { seat });
  const answering = placeOf(member, by, grounds.roll);
  if (!answering) return refuse(procedureRules.NotTheReplier, { seat });
  if (!isInOffice(seat, answering, grounds.roll)) {
    return refuse(procedureRules.SeatChangedHands, { seat });
  }
  return outRefusal(state, { seat, person: answering.person }) ?? answering;
}

function placeOf(
  { person, alternate }: ElectorateMember,
  by: PersonRef,
  roll: Roll | null,
): Answering | null {
  if (by === person) return { person, as: 'holder' };
  if (by === alternate) return { person: by, as: 'alternate' };
  return roll?.secretary === by ? { person, as: 'holder' } : null;
}

function isInOffice(seat: SeatId, { person, as }: Answering, roll: Roll | null): boolean {
  const now = roll?.members.find((one) => one.seat === seat);
  return person === (as === 'alternate' ? now?.alternate : now?.person);
}

/** Who is out by a conflict is out for the seat, and for every seat that they answer for (GB-3). */
function outRefusal(
  { declared, recused }: ProcedureState,
  replier: Replier,
): Decision<never> | null {
  const { seat } = replier;
  if (recused.some((one) => isOf(one, replier))) return refuse(sittingRules.SeatRecused, { seat });
  const unresolved = declared.some((one) => isOf(one, replier));
  return unresolved ? refuse(sittingRules.ConflictUnresolved, { seat }) : null;
}

/**
 * GB-3: what who is out had answered counts no more, for every seat that they answered for. Of a
 * secret answer nothing is said: the closing names whose papers did not count (D-3).
 */
export function cancelledReplies(
  { replies, sealed }: ProcedureState,
  out: Replier,
): readonly ReplyCancelled[] {
  const seen = replies
    .filter((reply) => isOf({ seat: reply.seat, person: reply.by }, out))
    .map(({ seat, choice }) => ({ seat, choice }));
  const hidden = sealed.filter((one) => one.stands && isOf(one, out)).map(({ seat }) => ({ seat }));
  return [...seen, ...hidden].map((data) => ({ type: 'ReplyCancelled', data }));
}

/** All that a written procedure is counted from: who replied is who was present (GB-2). */
export function countOf(
  { electorate, replies, recused }: ProcedureState,
  ballots: readonly Ballot[] = replies.map(({ seat, choice }) => ({ seat, choice })),
): Count {
  const { members, seats, chair, viceChair } = electorate;
  const categories = Object.fromEntries(members.map(({ seat, category }) => [seat, category]));
  return {
    seats,
    entitled: members.map(({ seat }) => seat),
    chair,
    recused: recused.map(({ seat }) => seat),
    present: ballots.map(({ seat }) => seat),
    ballots,
    ...(viceChair !== undefined && { viceChair }),
    categories,
  };
}
