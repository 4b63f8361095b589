import { sum } from '@tavolo/kernel';
import type { Cents, Instant, PersonRef } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import type { CallStatus, Pool } from '../contract/index.js';
import type { CallTerms } from './call.terms.js';

/** The deadline of all, and those of regions that a partial extension names (B-12). */
export type Deadlines = Readonly<{
  general: Instant | null;
  regional: Readonly<Record<string, Instant>>;
}>;

/** A call (avviso). Holds only what a decision or another context's decision reads. */
export type CallState = Readonly<{
  status: CallStatus | 'none';
  terms: CallTerms | null;
  draftedBy: PersonRef | null;
  /** The last of its deadlines: the call is closed after it. */
  deadline: Instant | null;
  /** Each region has its own where an extension names it, and the general one else (B-12). */
  deadlines: Deadlines;
  assigned: Readonly<Record<PlanId, Cents>>;
  /** Where a suspended call goes on. */
  restsFrom: CallStatus | null;
  /** Who is admitted, and who waits in which order; null while nothing is approved. */
  ranking: Readonly<{ admitted: readonly PlanId[]; reserve: readonly PlanId[] }> | null;
  /** What an assignment is to go down to, while the budget of the plan is asked. */
  reductions: Readonly<Record<PlanId, Cents>>;
  /** What came back of each assignment, by the pool that has it (B-10). */
  returned: Readonly<Record<PlanId, Readonly<Record<Pool, Cents>>>>;
  /** Plans whose whole funding was revoked. */
  revoked: readonly PlanId[];
}>;

/** What is left of the call to assign (B-1): with what came back to it (B-10), in cents. */
export function residualOf({ terms, assigned, returned }: CallState): Cents {
  const back = sum(Object.values(returned).map((pools) => pools.call));
  return ((terms?.budgetCents ?? 0) - sum(Object.values(assigned)) + back) as Cents;
}

/** What a plan still has of its assignment: nothing of it came back to a pool (B-10); in cents. */
export function heldBy({ assigned, returned }: CallState, plan: PlanId): Cents {
  const { call, programme } = returned[plan] ?? nothing;
  return ((assigned[plan] ?? 0) - call - programme) as Cents;
}

/** Of an assignment that nothing came back of. */
export const nothing = { call: 0 as Cents, programme: 0 as Cents } as const;
