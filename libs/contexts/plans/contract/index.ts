import type { Basis } from '@tavolo/event-store';
import type { Brand, Cents, LocalDate, Message, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { CallId } from '@tavolo/programmes';

/** `plan-<uuid>`: the stream of a plan, and its id everywhere. */
export type PlanId = Brand<string, 'PlanId'>;

/** Local to its plan, a plain UUID, as are all ids of parts of a plan. */
export type ActionId = Brand<string, 'ActionId'>;

/** Local to its plan: the smallest planned unit of an action. */
export type InterventionId = Brand<string, 'InterventionId'>;

/** Local to its plan: a line of the budget of an action. */
export type BudgetLineId = Brand<string, 'BudgetLineId'>;

/** Local to its plan: what an action is measured by. */
export type IndicatorId = Brand<string, 'IndicatorId'>;

/** Local to its plan: a table at which it is co-designed (tavolo). */
export type TableId = Brand<string, 'TableId'>;

/** Local to its plan: a session of a table. */
export type SessionId = Brand<string, 'SessionId'>;

/** Local to its plan: a contribution put to a table. */
export type ContributionId = Brand<string, 'ContributionId'>;

/**
 * The states of a plan, in the order of its lifecycle. `Initiated` waits for the answer whether
 * region and call are free (PL-1), `InitiationRefused` is its end when they were not.
 * `CoProgramming` gathers content, `CoDesigning` has had a table.
 */
export const planStatuses = [
  'Initiated',
  'InitiationRefused',
  'CoProgramming',
  'CoDesigning',
  'DraftConsolidated',
  'Validated',
  'Adopted',
  'Submitted',
  'UnderAppraisal',
  'IntegrationRequested',
  'Approved',
  'Rejected',
  'ReserveListed',
  'InExecution',
  'Suspended',
  'Completed',
  'FinallyReported',
  'Closed',
  'Revoked',
] as const;

/** Where a plan is in its lifecycle. */
export type PlanStatus = (typeof planStatuses)[number];

/** What a change of an approved plan is: of its lines, of its end, of both, or a taking back. */
export const planChangeKinds = [
  'remodulation',
  'noCostExtension',
  'costedExtension',
  'revocation',
] as const;

/** What a change of an approved plan is. */
export type PlanChangeKind = (typeof planChangeKinds)[number];

/** The steps of a change of an approved plan; the last four are its ends. */
export const planChangeStatuses = [
  'Drafted',
  'Requested',
  'UnderAssessment',
  'Authorised',
  'Notified',
  'Applied',
  'Refused',
  'HeldBack',
  'Withdrawn',
] as const;

/** Where a change of an approved plan is. `HeldBack`: what is committed stood against it. */
export type PlanChangeStatus = (typeof planChangeStatuses)[number];

/** Where a datum comes from; absent for a user's own. */
export const sources = ['programme', 'public', 'synthetic'] as const;

/** Where a datum comes from: the programme's own presentation, a public text, or made up. */
export type Source = (typeof sources)[number];

/** A consolidated version of the whole content, by the SHA-256 of its canonical bytes. */
export type FrozenVersion = Readonly<{ version: number; sha256: Sha256 }>;

/** What another context may rely on about a plan, read from its own stream. */
export type PlanStanding = Readonly<{
  id: PlanId;
  status: PlanStatus;
  call: CallId;
  /** NUTS code of the region, `ITC4` for Lombardy. */
  regionCode: string;
  lead: PartnerId;
  title: string;
  /** Σ of the budget lines. */
  totalCents: Cents;
  /** The version that stands for the content as it is now; null once the content moved past it. */
  frozen: FrozenVersion | null;
  /**
   * What PL-4 and the lifecycle still miss before a board may vote, each a code and, where there
   * is one, the id of the part: `TableOpen 6f1c…`. Empty: adoption lacks only the decision.
   */
  readyForAdoption: readonly string[];
  /** The costed extension that waits for its funding decision (PL-10); absent where none does. */
  costedExtension?: string;
  basis: Basis;
}>;

/** The whole amount of a line from now on, with the whole of its shares. */
export type LineAmounts = Readonly<{
  line: BudgetLineId;
  cents: Cents;
  shares: readonly Readonly<{ partner: PartnerId; cents: Cents }>[];
}>;

/** What commitments of a plan are measured against, read from its own stream (B-1, B-2, PL-8). */
export type PlanBudget = Readonly<{
  plan: PlanId;
  call: CallId;
  status: PlanStatus;
  /** Unique project code; null until the plan is approved (B-2). */
  cup: string | null;
  lines: readonly (LineAmounts & Readonly<{ action: ActionId }>)[];
  basis: Basis;
}>;

/** Answers for the budgets of plans to those who bind money to them. */
export abstract class PlanBudgets {
  /** Null where there is no such plan. */
  abstract of(id: PlanId): Promise<PlanBudget | null>;
}

/** Answers for plans to other contexts. */
export abstract class Plans {
  /** Null where there is no such plan. */
  abstract standing(id: PlanId): Promise<PlanStanding | null>;
}

/** Region and call were free: from now on this is the plan of this region under this call (PL-1). */
export type PlanInitiationConfirmed = Message<
  'PlanInitiationConfirmed',
  { call: CallId; regionCode: string }
>;

/** The content moved past this version: it can be read for ever, and be adopted no more. */
export type PlanDraftSuperseded = Message<'PlanDraftSuperseded', { version: number }>;

/** The plan stands by an effective decision on exactly this text (PL-4, D-9). */
export type PlanAdopted = Message<
  'PlanAdopted',
  { decision: string; version: number; sha256: Sha256; effectiveOn: LocalDate }
>;

/** The authority approved the plan with this amount: from now on the text is a baseline (PL-14). */
export type PlanApproved = Message<
  'PlanApproved',
  {
    cents: Cents;
    /** Unique project code (codice unico di progetto). */
    cup: string;
    /** The act of approval. */
    document: Sha256;
    /** The version that is the baseline from now on. */
    baseline: FrozenVersion;
  }
>;
