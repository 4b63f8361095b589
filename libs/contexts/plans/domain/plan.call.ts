import type { Instant } from '@tavolo/kernel';
import { deadlineFor } from '@tavolo/programmes';
import type { CallStanding } from '@tavolo/programmes';
import { planRules } from './plan.rules.js';
import { missing } from './plan.readiness.js';
import type { Missing } from './plan.readiness.js';

/** A call as far as it says until when plans are taken. */
export type OpenCall = Pick<CallStanding, 'generalDeadline' | 'regionalDeadlines' | 'status'>;

/**
 * Whether a call takes the plan of a region at an instant: it is out, and its deadline for
 * that region, extensions included, has not passed (B-12); the last instant counts. Empty: it does.
 */
export function closedTo(call: OpenCall, regionCode: string, at: Instant): readonly Missing[] {
  const deadline = deadlineFor(call, regionCode);
  const isLate = deadline !== null && at > deadline;
  const late = missing(planRules.DeadlinePassed, isLate ? [null] : []);
  const isOut = call.status === 'published';
  const out = missing(planRules.CallNotPublished, isOut || isLate ? [] : [null]);
  return [
    ...late.map((item) => ({ ...item, details: { deadline } })),
    ...out.map((item) => ({ ...item, details: { status: call.status } })),
  ];
}
