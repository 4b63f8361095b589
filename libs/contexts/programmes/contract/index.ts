import type { Basis } from '@tavolo/event-store';
import type { Brand, Cents, Instant, PartialDate } from '@tavolo/kernel';
import type { PartnerId, PartnerKind } from '@tavolo/partners';

export type ProgrammeId = Brand<string, 'ProgrammeId'>;
export type CallId = Brand<string, 'CallId'>;
/** `budget-<uuid of the plan>`: what is bound of a plan's money. */
export type BudgetId = Brand<string, 'BudgetId'>;

/** Programming period: terms and labels follow it. */
export type Period = '2014-2020' | '2021-2027';

/** Where a demo datum comes from: the programme's own page, a public act, or invented. */
export type Source = 'programme' | 'public' | 'synthetic';

/** At least `min` members of these kinds must be in a network under the call (N-7). */
export type MandatoryCategory = Readonly<{
  category: string;
  kinds: readonly PartnerKind[];
  min: number;
}>;

/** The states of a call; the last four are its ends, or hold it up. */
export const callStatuses = [
  'drafted',
  'approved',
  'registered',
  'published',
  'closedForApplications',
  'underEvaluation',
  'rankingApproved',
  'awarded',
  'implementing',
  'closed',
  'suspended',
  'withdrawn',
  'annulled',
] as const;

/** Where a call is in its lifecycle. */
export type CallStatus = (typeof callStatuses)[number];

/** Where money goes that a plan does not keep (B-10). */
export type Pool = 'call' | 'programme';

/** What other contexts decide on. */
export type CallStanding = Readonly<{
  id: CallId;
  programme: ProgrammeId;
  status: CallStatus;
  period: Period;
  budgetCents: Cents;
  /** The last of its deadlines; `deadlineFor` says which one holds for a region. */
  deadline: Instant | null;
  /** Of whoever no partial extension names (B-12). */
  generalDeadline: Instant | null;
  /** Of regions that a partial extension names, by their code (B-12). */
  regionalDeadlines: Readonly<Record<string, Instant>>;
  /** Kinds of partner that may lead (N-2); empty means any. */
  leadKinds: readonly PartnerKind[];
  mandatoryCategories: readonly MandatoryCategory[];
  eligibleFrom: PartialDate | null;
  eligibleUntil: PartialDate | null;
  /**
   * How much of a plan, in percent of its total, may be shifted by notice alone (PL-9). Null, and
   * absent: nothing, every remodulation has to be authorised.
   */
  remodulationThresholdPercent?: number | null;
  /** What is assigned to each plan, in cents. */
  assignments?: Readonly<Record<string, Cents>>;
  basis: Basis;
}>;

/** The deadline of a call that holds for a region (B-12); null where there is none. */
export function deadlineFor(
  {
    generalDeadline,
    regionalDeadlines,
  }: Pick<CallStanding, 'generalDeadline' | 'regionalDeadlines'>,
  regionCode: string,
): Instant | null {
  // Codes come from outside: `constructor` must not find what nobody put.
  const hasOwn = Object.hasOwn(regionalDeadlines, regionCode);
  return (hasOwn ? regionalDeadlines[regionCode] : null) ?? generalDeadline;
}

/** What is bound of one partner's share of one line. */
export type BudgetCell = Readonly<{
  line: string;
  partner: PartnerId;
  reservedCents: Cents;
  committedCents: Cents;
  /** Decommitted, and gone to a pool outside the plan (B-10). */
  returnedCents: Cents;
  /** The sum of the three: what the share cannot go below (PL-8, PL-9). */
  boundCents: Cents;
}>;

/** What others may rely on about the money of a plan, read from the stream of its budget. */
export type BudgetStanding = Readonly<{
  id: BudgetId;
  assignedCents: Cents | null;
  committedCents: Cents;
  cells: readonly BudgetCell[];
  basis: Basis;
}>;

/** Answers for the commitments of plans to other contexts. */
export abstract class Budgets {
  /** `plan` is the id of the plan. Null while nothing was opened for it. */
  abstract standing(plan: string): Promise<BudgetStanding | null>;
}

/** The stream that keeps the commitments of a plan: `budget-<uuid of the plan>`. */
export function budgetOf(plan: string): BudgetId {
  return plan.replace(/^plan-/u, 'budget-') as BudgetId;
}

/** The calls, as their own streams say. */
export abstract class Calls {
  /** Null when there is no such call. */
  abstract standing(id: CallId): Promise<CallStanding | null>;
}
