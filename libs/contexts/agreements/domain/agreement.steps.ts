import { refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { AgreementStatus } from '../contract/index.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.model.js';
import { lifecycleRules } from './lifecycle.rules.js';

/** Keeps out a step that does not fit the state. */
export function inState(
  { status }: Pick<Agreement, 'status'>,
  needed: readonly AgreementStatus[],
): Decision<never> | null {
  return needed.includes(status) ? null : refuse(rule.WrongState, { status, needed });
}

/** Keeps out what comes after the last day: a date decides, recorded or not. */
export function withinTerm({ end }: Agreement, today: LocalDate): Decision<never> | null {
  return today <= end ? null : refuse(lifecycleRules.TermAlreadyOver, { end });
}

/** Keeps out what is said about a text that is not the frozen one. */
export function otherText({ frozen }: Agreement, textSha256: string): Decision<never> | null {
  if (frozen?.sha256 === textSha256) return null;
  return refuse(rule.TextDiffers, { textSha256: frozen?.sha256 ?? null });
}

/** Keeps out a change of the text: with A-2 once somebody may sign it, else by X-11. */
export function changeable(state: Agreement): Decision<never> | null {
  const { status } = state;
  return beforeOpening.includes(status)
    ? inState(state, ['Drafted'])
    : refuse(rule.TextImmutable, { status });
}

/** Whether other agreements may stand below: its text is settled, and it has not ended. */
export function takesChildren(status: AgreementStatus): boolean {
  return settled.includes(status);
}

const beforeOpening: readonly AgreementStatus[] = [
  ...(['Drafted', 'UnderReview', 'TextFrozen', 'ApprovedByParties'] as const),
];
const settled: readonly AgreementStatus[] = [
  ...(['OpenForSignature', 'PartiallySigned', 'FullySigned', 'Registered', 'InForce'] as const),
];
