import { refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { agreementStatuses } from '../contract/index.js';
import type { AgreementStatus } from '../contract/index.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.state.js';

/** Keeps out a step that does not fit the state. */
export function inState(
  { status }: Agreement,
  needed: readonly AgreementStatus[],
): Decision<never> | null {
  return needed.includes(status) ? null : refuse(rule.WrongState, { status, needed });
}

/** Keeps out a change of the text: with A-2 once somebody may sign it, else by X-11. */
export function changeable(state: Agreement): Decision<never> | null {
  const { status } = state;
  return hasReached(status, 'OpenForSignature')
    ? refuse(rule.TextImmutable, { status })
    : inState(state, ['Drafted']);
}

/** Whether a state is at or after another in the order of the lifecycle. */
export function hasReached(status: AgreementStatus, step: AgreementStatus): boolean {
  return agreementStatuses.indexOf(status) >= agreementStatuses.indexOf(step);
}
