import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { itemOf } from './sitting.attendance.js';
import type { PlanOnTable, SittingAsked } from './sitting.commands.js';
import type { SittingEvent } from './sitting.events.js';
import { sittingRules } from './sitting.rules.js';
import type { Roll } from './roll.js';
import type { Item, OpenVote, SittingState } from './sitting.state.js';

type Asked = SittingAsked<'CastVote' | 'CloseVote'>;

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

/** The text is superseded: what was cast stays readable, the item leaves the sitting. */
export function voidVote(
  { data: { item: id, cause }, at }: SittingAsked<'VoidVote'>,
  state: SittingState,
): Decision<SittingEvent> {
  const item = itemOf(state, id);
  if ('outcome' in item) return item;
  const { decision, textSha256, status } = item;
  if (status !== 'VoteOpen') return accept(); // It ended before the text did: nothing to void.
  const of = { item: id, decision, textSha256 };
  return accept({ type: 'VoteVoided', data: { ...of, cause, voidedAt: at } });
}
