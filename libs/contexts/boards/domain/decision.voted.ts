import type { DecisionSubject } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decision, Instant } from '@tavolo/kernel';
import type { DecisionAsked } from './decision.commands.js';
import type { DecisionEvent, VoteRef } from './decision.events.js';
import { decisionRules } from './decision.rules.js';
import type { DecisionState } from './decision.state.js';

/** D-2: the result of the vote on exactly this text, in the sitting or procedure it was put to. */
export function reject(
  { data }: DecisionAsked<'RejectDecision'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const { vote, textSha256 } = state;
  const { textSha256: votedOn, ...result } = data;
  if (!isOf(vote, data)) return refuse(decisionRules.OtherSitting);
  if (votedOn !== textSha256) return refuse(decisionRules.OtherText, { textSha256 });
  const voted = { ratified: false, votedAt: result.closedAt };
  const told = ratificationVoted(state, voted);
  return accept({ type: 'DecisionRejected', data: result }, ...told);
}

/**
 * the plan may have been edited in the very moment of the closing, which reads it from
 * another stream. What was approved could not be adopted any more: it comes again instead.
 */
export function approve(
  { data }: DecisionAsked<'ApproveDecision'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const { vote, textSha256, subject } = state;
  const { textSha256: votedOn, grounds, ...result } = data;
  if (vote === null || !isOf(vote, data)) return refuse(decisionRules.OtherSitting);
  if (votedOn !== textSha256) return refuse(decisionRules.OtherText, { textSha256 });
  if (stands(subject, grounds.plan)) {
    const told = ratificationVoted(state, { ratified: true, votedAt: result.closedAt });
    return accept({ type: 'DecisionApproved', data: result }, ...imposed(state), ...told);
  }
  return accept({ type: 'DecisionDeferred', data: { ...vote, cause: 'textSuperseded' } });
}

/** The conditions of the text bind from its vote on. */
export function imposed({ later: { conditions } }: DecisionState): readonly DecisionEvent[] {
  if (conditions.length === 0) return [];
  const asked = conditions.map((one) => {
    const { status: _status, submitted: _submitted, clearedOn: _clearedOn, ...condition } = one;
    return condition;
  });
  return [{ type: 'ConditionsImposed', data: { conditions: asked } }];
}

/** What the vote on a ratification means for the act: told on the stream that was voted on. */
function ratificationVoted(
  { subject, board }: DecisionState,
  voted: Readonly<{ ratified: boolean; votedAt: Instant }>,
): readonly DecisionEvent[] {
  if (subject.kind !== 'ratify') return [];
  return [{ type: 'RatificationVoted', data: { board, decision: subject.decision, ...voted } }];
}

type PlanNow = DecisionAsked<'ApproveDecision'>['data']['grounds']['plan'];

function stands(subject: DecisionSubject, plan: PlanNow): boolean {
  if (subject.kind !== 'adoptPlan') return true;
  const { version, sha256 } = subject;
  return plan?.frozen?.version === version && plan.frozen.sha256 === sha256;
}

/** Whether this is the vote that a decision was put to last. */
export function isOf(vote: VoteRef | null, named: VoteRef): boolean {
  if (!vote) return false;
  if ('procedure' in vote) return 'procedure' in named && vote.procedure === named.procedure;
  return !('procedure' in named) && vote.sitting === named.sitting && vote.item === named.item;
}
