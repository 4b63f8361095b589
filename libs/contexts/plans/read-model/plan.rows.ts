import { defineTable } from '@tavolo/projection';
import type { PlanStatus } from '../contract/index.js';
import type { PlanStepsRow } from './plan-steps.rows.js';

// Rows hold references and amounts; names of partners and persons are added when reading.

/** A heading as it is read. */
type TitledRow = Readonly<{
  title: string;
  titleEn: string | null;
  source: string | null;
}>;

/** A section of the text; its id is its key in the plan. */
export type SectionRow = TitledRow & Readonly<{ id: string; text: string; textEn: string | null }>;

/** A class of people or bodies that an action serves; its id is its code. */
export type TargetGroupRow = TitledRow & Readonly<{ id: string }>;

/** A value of an indicator, counting all up to `on`. */
export type IndicatorValueRow = Readonly<{
  value: number;
  on: string;
  final: boolean;
  /** What was first recorded, where it was corrected. */
  correctedFrom: number | null;
}>;

/** What an action is measured by. */
export type IndicatorRow = TitledRow &
  Readonly<{
    id: string;
    unit: string;
    target: number;
    values: readonly IndicatorValueRow[];
  }>;

/** An intervention with the partner that answers for it. */
export type InterventionRow = TitledRow &
  Readonly<{
    id: string;
    start: string | null;
    end: string | null;
    owner: string | null;
    /** The network that the owner is a member of. */
    network: string | null;
    endedOn: string | null;
    /** When it was dropped, before it began. */
    cancelledOn: string | null;
  }>;

/** A partner's share of a line; its id is the partner's. */
export type PartnerShareRow = Readonly<{ id: string; cents: number }>;

/** A line of the budget of an action. */
export type BudgetLineRow = Readonly<{
  id: string;
  category: string;
  cents: number;
  source: string | null;
  shares: readonly PartnerShareRow[];
}>;

/** A strength of an action (punto di forza). */
export type StrengthRow = TitledRow & Readonly<{ id: string }>;

/** A line of action with all that belongs to it. */
export type ActionRow = TitledRow &
  Readonly<{
    id: string;
    code: string | null;
    objective: string | null;
    objectiveEn: string | null;
    targetGroups: readonly TargetGroupRow[];
    indicators: readonly IndicatorRow[];
    interventions: readonly InterventionRow[];
    budgetLines: readonly BudgetLineRow[];
    strengths: readonly StrengthRow[];
  }>;

/** A point in the plan's time. */
export type MilestoneRow = TitledRow & Readonly<{ id: string; action: string | null; due: string }>;

/** A session of a table. */
export type SessionRow = Readonly<{
  id: string;
  heldOn: string;
  attendance: readonly string[];
  minutes: string;
  recordedBy: string;
  approvedBy: string | null;
}>;

/** What became of a contribution. */
export const contributionStatuses = ['proposed', 'accepted', 'rejected'] as const;

/** A contribution put to a table; `on` is the key of a section or the id of an action. */
export type ContributionRow = Readonly<{
  id: string;
  on: string;
  paragraph: number | null;
  document: string;
  proposedBy: string;
  status: (typeof contributionStatuses)[number];
  reason: string | null;
}>;

/** A table of co-design. */
export type TableRow = Readonly<{
  id: string;
  title: string;
  titleEn: string | null;
  open: boolean;
  sessions: readonly SessionRow[];
  contributions: readonly ContributionRow[];
}>;

/** A consolidated version. */
export type VersionRow = Readonly<{
  id: string;
  version: number;
  sha256: string;
  consolidatedBy: string;
  validated: boolean;
  /** The content moved past it. */
  superseded: boolean;
}>;

/** A plan as it is read. */
export type PlanRow = Readonly<{
  id: string;
  revision: number;
  status: PlanStatus;
  call: string;
  regionCode: string;
  title: string;
  titleEn: string | null;
  acronym: string | null;
  lead: string;
  executionStart: string;
  executionEnd: string;
  source: string | null;
  /** The plan that holds region and call, where that is why this one was refused. */
  heldBy: string | null;
  officer: string | null;
  totalCents: number;
  sections: readonly SectionRow[];
  actions: readonly ActionRow[];
  milestones: readonly MilestoneRow[];
  tables: readonly TableRow[];
  versions: readonly VersionRow[];
  adoption: Readonly<{
    decision: string;
    version: number;
    sha256: string;
    effectiveOn: string;
  }> | null;
  submittedBy: string | null;
  approval: Readonly<{
    cents: number;
    cup: string;
    document: string;
    version: number;
  }> | null;
  startedOn: string | null;
  completedOn: string | null;
}> &
  PlanStepsRow;

/** Every plan, by title. */
export const planTable = defineTable<PlanRow>('plan', {
  columns: ['call', 'regionCode', 'status', 'lead', 'title'],
  order: 'title',
});
