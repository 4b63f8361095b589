import type { Cents, LocalDate, PartialDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { sum } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId } from '@tavolo/partners';
import type { CallId } from '@tavolo/programmes';
import type {
  ActionId,
  FrozenVersion,
  LineAmounts,
  PlanChangeKind,
  PlanChangeStatus,
  PlanStatus,
  Source,
  TableId,
} from '../contract/index.js';
import type { PlanEvent, Titled } from './plan.events.js';

type Sourced = Readonly<{ source?: Source }>;
type Kept<T> = Readonly<Record<string, T>>;

/** What a plan was begun with; it is part of every consolidated version. */
export type PlanHead = Titled &
  Sourced &
  Readonly<{
    call: CallId;
    regionCode: string;
    acronym?: string;
    lead: PartnerId;
    executionStart: PartialDate;
    executionEnd: PartialDate;
  }>;

/** A section of the text. */
export type Section = Titled & Sourced & Readonly<{ text: string; textEn?: string }>;

/** A line of action, with its target groups by code. */
export type Action = Titled &
  Sourced &
  Readonly<{
    code?: string;
    objective?: string;
    objectiveEn?: string;
    targetGroups: Kept<Titled & Sourced>;
  }>;

/** What an action is measured by. */
export type Indicator = Titled &
  Sourced &
  Readonly<{ action: ActionId; unit: string; target: number }>;

/** The smallest planned unit of an action. */
export type Intervention = Titled &
  Sourced &
  Readonly<{
    action: ActionId;
    start?: PartialDate;
    end?: PartialDate;
    owner?: Readonly<{ partner: PartnerId; network: NetworkId }>;
  }>;

/** A line of the budget, with the share of each partner. */
export type BudgetLine = Sourced &
  Readonly<{
    action: ActionId;
    category: string;
    cents: Cents;
    shares: Kept<Cents>;
  }>;

/** A point in the plan's time. */
export type Milestone = Titled & Sourced & Readonly<{ action?: ActionId; due: PartialDate }>;

/** The whole content but its head, each part by its id. */
export type PlanParts = Readonly<{
  sections: Kept<Section>;
  actions: Kept<Action>;
  indicators: Kept<Indicator>;
  interventions: Kept<Intervention>;
  lines: Kept<BudgetLine>;
  milestones: Kept<Milestone>;
}>;

/** Where the work at the tables stands. */
export type CoDesign = Readonly<{
  tables: Kept<'open' | 'closed'>;
  sessions: Kept<
    Readonly<{
      table: TableId;
      minutes: Sha256;
      recordedBy: PersonRef;
      approved: boolean;
    }>
  >;
  /** Partners that were at a session of any table. */
  attended: readonly PartnerId[];
  contributions: Kept<Readonly<{ table: TableId; proposedBy: PersonRef; decided: boolean }>>;
}>;

/** How far the indicators of a running plan came, and which interventions ended. */
export type Progress = Readonly<{
  values: Kept<Readonly<{ value: number; on: PartialDate; final: boolean }>>;
  ended: Kept<PartialDate>;
  /** Interventions that were dropped before they began. */
  cancelled: Kept<LocalDate>;
  findings: Kept<ActionId>;
  /** Every value of an indicator in order, corrections put in place. */
  series: Kept<readonly Readonly<{ value: number; on: PartialDate }>[]>;
  /** Findings that nobody followed up yet. */
  openFindings: Kept<ActionId>;
  /** Up to when progress was told. */
  reportedUntil: LocalDate | null;
}>;

/** A change of an approved plan on its way; there is one at a time. */
export type OpenChange = Readonly<{
  id: string;
  kind: PlanChangeKind;
  status: PlanChangeStatus;
  by: PersonRef;
  lines: readonly LineAmounts[];
  /** What is shifted, added or taken back. */
  cents: Cents;
  end: PartialDate | null;
  decision: string | null;
  agreement: string | null;
  /** The act that ordered a revocation. */
  document: Sha256 | null;
}>;

/** What became of an approved plan since. */
export type Changing = Readonly<{
  change: OpenChange | null;
  /** How changes ended, by id. */
  changes: Kept<PlanChangeStatus>;
  /** Shifted by notice alone since approval or the last authorisation (PL-9). */
  notifiedCents: Cents;
}>;

/** All that decisions on a plan read. */
export type PlanState = PlanParts &
  CoDesign &
  Progress &
  Changing &
  Readonly<{
    /** Null until it was initiated. */
    status: PlanStatus | null;
    head: PlanHead | null;
    officer: PersonRef | null;
    /** The version that stands for the content as it is now. */
    frozen: (FrozenVersion & Readonly<{ consolidatedBy: PersonRef }>) | null;
    /** How many versions there were. */
    versions: number;
    submittedBy: PersonRef | null;
    needs: Kept<true>;
    /** Co-programming ended in its document. */
    isProgrammed: boolean;
    /** Who stands behind the version that stands. */
    endorsedBy: readonly PartnerId[];
    /** The authority waits for an answer until `due`. */
    integration: Readonly<{ request: string; due: LocalDate }> | null;
    cup: string | null;
  }>;

/** How each type of a union of facts changes the state. */
export type Fold<Event extends PlanEvent> = {
  readonly [Type in Event['type']]: (
    state: PlanState,
    data: Extract<Event, { type: Type }>['data'],
  ) => Partial<PlanState>;
};

/** Before anything happened. */
export const initialPlan: PlanState = {
  status: null,
  head: null,
  officer: null,
  frozen: null,
  versions: 0,
  submittedBy: null,
  sections: {},
  actions: {},
  indicators: {},
  interventions: {},
  lines: {},
  milestones: {},
  tables: {},
  sessions: {},
  attended: [],
  contributions: {},
  values: {},
  ended: {},
  cancelled: {},
  findings: {},
  series: {},
  openFindings: {},
  reportedUntil: null,
  change: null,
  changes: {},
  notifiedCents: 0 as Cents,
  needs: {},
  isProgrammed: false,
  endorsedBy: [],
  integration: null,
  cup: null,
};

/** Σ of the shares of a line, in cents. */
export function sharesOf(line: BudgetLine): Cents {
  return sum(Object.values(line.shares));
}

/** Σ of the lines, in cents: what the plan costs. */
export function totalOf({ lines }: Pick<PlanState, 'lines'>): Cents {
  return sum(Object.values(lines).map(({ cents }) => cents));
}
