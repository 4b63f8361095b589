import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { itemOf } from './sitting.attendance.js';
import { voided } from './sitting.ballot.js';
import type { PlanOnTable, SittingAsked } from './sitting.commands.js';
import type { DeferredItem, SittingEvent } from './sitting.events.js';
import { sittingRules } from './sitting.rules.js';
import type { Roll } from './roll.js';
import type { Item, OpenVote, SittingState } from './sitting.state.js';
import { tieRules } from './tie.rules.js';

type Asked = SittingAsked<'CastVote' | 'CloseVote' | 'RecordSecretTally'>;

/** The vote of an item while it may go on: open, the body in office, its text the frozen one. */
export function ongoing(
  { data: { item: id, grounds }, today }: Asked,
  state: SittingState,
): Readonly<{ item: Item; vote: OpenVote }> | Decision<never> {
  const item = itemOf(state, id);
  if ('outcome' in item) return item;
  const { status, vote } = item;
  if (status !== 'VoteOpen' || !vote) return refuse(sittingRules.VoteNotOpen, { status });
  const { roll, plan } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: state.board });
  return termRefusal(roll, today) ?? supersededRefusal(vote, plan) ?? { item, vote };
}

/** GB-6: a body whose term is over can act no more. */
export function termRefusal({ termUntil }: Roll, today: string): Decision<never> | null {
  return today > termUntil ? refuse(sittingRules.TermOver, { termUntil }) : null;
}

/** what the vote opened on is what the plan still stands by. */
export function supersededRefusal(
  { subject }: Pick<OpenVote, 'subject'>,
  plan: PlanOnTable | null,
): Decision<never> | null {
  if (subject.kind !== 'adoptPlan') return null;
  const { version, sha256 } = subject;
  const stands = plan?.frozen?.version === version && plan.frozen.sha256 === sha256;
  return stands ? null : refuse(sittingRules.TextSuperseded, { version });
}

/** What was cast stays readable, the item leaves the sitting (X-8, GB-6). */
export function voidVote(
  { data: { item: id, cause, grounds }, at, today }: SittingAsked<'VoidVote'>,
  state: SittingState,
): Decision<SittingEvent> {
  const item = itemOf(state, id);
  if ('outcome' in item) return item;
  if (!isUndecided(item)) return accept(); // It ended before its cause: nothing to void.
  if (cause === 'termOver') {
    const { roll } = grounds;
    if (!roll) return refuse(sittingRules.BoardUnknown, { id: state.board });
    const { termUntil } = roll;
    if (today <= termUntil) return refuse(sittingRules.TermNotOver, { termUntil });
  }
  return accept(voided(item, cause, at));
}

/**
 * An open vote keeps the sitting open, and so does a tie that waits, unless the term of the body
 * is over: then nobody may end it any more, and it is voided with the sitting (GB-6).
 */
export function closeMeeting(
  { data: { grounds }, at, today }: SittingAsked<'CloseMeeting'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { board } = state;
  const open = state.items.find((item) => isUndecided(item));
  const over = grounds.roll !== null && termRefusal(grounds.roll, today) !== null;
  const kept = over ? null : anotherOpen(state);
  if (kept) return kept;
  // An item whose deferral is being asked has not been voted on: it leaves with the others.
  const undecided = open?.vote?.question?.kind === 'defer' ? [open] : [];
  const asked = undecided.map(({ id, decision }) => ({ item: id, decision }));
  const data = { board, closedAt: at, deferred: [...unvoted(state), ...asked] };
  const closed = { type: 'MeetingClosed', data } as const;
  return open ? accept(voided(open, 'termOver', at), closed) : accept(closed);
}

function isUndecided({ status }: Item): boolean {
  return status === 'VoteOpen' || status === 'VoteTied';
}

/** One vote after another: that on an item is ended, and its tie broken, before the next begins. */
export function anotherOpen({ items }: SittingState): Decision<never> | null {
  const other = items.find((item) => isUndecided(item));
  if (!other) return null;
  const { id: item, status } = other;
  return refuse(status === 'VoteTied' ? tieRules.TieWaits : sittingRules.AnotherVoteOpen, { item });
}

/** Items without a vote: they leave the sitting with it. */
export function unvoted({ items }: SittingState): readonly DeferredItem[] {
  return items
    .filter(({ status }) => status === 'OnAgenda' || status === 'QuorumVerified')
    .map(({ id, decision }) => ({ item: id, decision }));
}
