import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { DecisionEvent } from './decision.events.js';
import type { LaterAsked } from './decision.later.commands.js';
import { decisionRules } from './decision.rules.js';
import type { DecisionState } from './decision.state.js';
import { isOf } from './decision.voted.js';

/** D-6: the body voted so in the sitting that approved it: its effect waits for no publication. */
export function declareEnforceable(
  { data }: LaterAsked<'DeclareImmediatelyEnforceable'>,
  { board, vote, later }: DecisionState,
): Decision<DecisionEvent> {
  const { grounds, ...voted } = data;
  if (!isOf(vote, voted)) return refuse(decisionRules.OtherSitting);
  if (later.enforceableFrom !== null) return accept();
  const { declaredOn } = grounds;
  return accept({ type: 'ImmediateEnforceabilityDeclared', data: { board, ...voted, declaredOn } });
}
