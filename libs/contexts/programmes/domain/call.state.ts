import type { Cents, Instant, PersonRef } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import type { CallStatus } from '../contract/index.js';
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
}>;
