import type { DecisionEnd, DecisionStatus } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { DecisionAsked, EndCommand, EndedOnTable } from './decision.commands.js';
import type { DecisionEvent } from './decision.events.js';
import { decisionRules } from './decision.rules.js';

/** The states of a decision that another can end. */
export const endable: readonly DecisionStatus[] = ['Effective', 'Implemented', 'Suspended'];

const commandOfEnd = {
  suspend: 'SuspendEffects',
  revoke: 'RevokeDecision',
  annul: 'AnnulDecision',
  supersede: 'SupersedeDecision',
} as const satisfies Readonly<Record<DecisionEnd, EndCommand>>;

/** What a process says of the decision that one of this kind ends. */
export function endCommandOf(how: DecisionEnd): EndCommand {
  return commandOfEnd[how];
}

/** D-8: only what has effect is ended, by the same body or a higher one. */
export function endingRefusal(
  id: string,
  how: DecisionEnd,
  ended: EndedOnTable | null,
): Decision<never> | null {
  if (!ended) return refuse(decisionRules.DecisionUnknown, { id });
  const { status, sameOrHigher } = ended;
  const open = endable.includes(status) && !(how === 'suspend' && status === 'Suspended');
  if (!open) return refuse(decisionRules.NotInEffect, { status });
  return sameOrHigher ? null : refuse(decisionRules.LowerBody);
}

/** D-8, D-9: once the decision that ends it has effect; what it did before stays visible. */
export function endBy({
  type,
  data: { by, grounds },
}: DecisionAsked<EndCommand>): Decision<DecisionEvent> {
  const { ending } = grounds;
  if (!ending) return refuse(decisionRules.DecisionUnknown, { id: by });
  const { status, subject, effectiveOn } = ending;
  if (subject.kind !== 'endDecision' || commandOfEnd[subject.how] !== type) {
    return refuse(decisionRules.NotItsEnd, { decision: by });
  }
  if (status !== 'Effective' || effectiveOn === null) {
    return refuse(decisionRules.EndingNotEffective, { status });
  }
  const data = { by, from: effectiveOn, dependents: subject.dependents };
  return accept({ type: eventOf[type], data });
}

const eventOf = {
  SuspendEffects: 'DecisionSuspended',
  RevokeDecision: 'DecisionRevoked',
  AnnulDecision: 'DecisionAnnulled',
  SupersedeDecision: 'DecisionSuperseded',
} as const satisfies Readonly<Record<EndCommand, DecisionEvent['type']>>;
