import { entry, refuse } from '@tavolo/kernel';
import type { Command, Decision, LocalDate, PartialDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { ActionId, InterventionId, PlanStatus } from '../contract/index.js';
import type { PlanCommand } from './plan.commands.js';
import type { PlanEvent } from './plan.events.js';
import { planRules } from './plan.rules.js';
import type { PlanState } from './plan.state.js';
import { stepRules } from './plan.step.rules.js';

/** A refusal, or null where the rule lets the command through. */
export type Check = Decision<never> | null;

/** How each type of a union of commands is decided. */
export type Decide<C extends PlanCommand> = {
  readonly [Type in C['type']]: (
    command: Extract<C, { type: Type }>,
    state: PlanState,
  ) => Decision<PlanEvent>;
};

/** the command fits only these states. */
export function inState({ status }: PlanState, ...allowed: readonly PlanStatus[]): Check {
  if (status !== null && allowed.includes(status)) return null;
  return refuse(planRules.WrongState, { status: status ?? '-', allowed });
}

/** the plan has this action. */
export function hasAction({ actions }: PlanState, action: ActionId | undefined): Check {
  if (action === undefined || entry(actions, action)) return null;
  return refuse(planRules.ActionUnknown, { action });
}

/** nothing is added twice. */
export function isNew(kept: Readonly<Record<string, unknown>>, part: string): Check {
  return Object.hasOwn(kept, part) ? refuse(planRules.PartThere, { part }) : null;
}

/** whoever proposed is not the one who verifies; persons are compared, not mandates. */
export function byAnother(proposer: PersonRef | null, { by }: Command<string, object>): Check {
  return proposer === by.person ? refuse(planRules.SamePerson) : null;
}

/** what acts on a frozen version names the hash of the present one. */
export function onText({ frozen }: PlanState, given: Sha256): Check {
  if (frozen?.sha256 === given) return null;
  return refuse(planRules.OtherText, { current: frozen?.sha256 ?? '-', given });
}

/** only what happened is recorded. A month that has begun may be named. */
export function happened(on: LocalDate | PartialDate, today: LocalDate): Check {
  return isAfter(on, today) ? refuse(planRules.DayToCome, { on }) : null;
}

/** the intervention has neither ended nor been dropped. */
export function stillPlanned({ ended, cancelled }: PlanState, intervention: InterventionId): Check {
  if (entry(ended, intervention) !== null) {
    return refuse(stepRules.InterventionHasEnded, { intervention });
  }
  return entry(cancelled, intervention) === null
    ? null
    : refuse(stepRules.InterventionIsCancelled, { intervention });
}

/** a period does not end before it begins. */
export function inOrder(start: PartialDate | undefined, end: PartialDate | undefined): Check {
  if (start === undefined || end === undefined || !isAfter(start, end)) return null;
  return refuse(planRules.PeriodReversed, { start, end });
}

/**
 * Whether a date is certainly after another: the two are compared as far as both are known,
 * so that `2018-09` is neither before nor after `2018-09-14`.
 */
export function isAfter(date: LocalDate | PartialDate, other: LocalDate | PartialDate): boolean {
  const known = Math.min(date.length, other.length);
  return date.slice(0, known) > other.slice(0, known);
}
