import type { Cents, LocalDate, Message, PartialDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId } from '@tavolo/partners';
import type {
  ActionId,
  BudgetLineId,
  ContributionId,
  IndicatorId,
  InterventionId,
  PlanAdopted,
  PlanApproved,
  PlanDraftSuperseded,
  PlanInitiationConfirmed,
  SessionId,
  Source,
  TableId,
} from '../contract/index.js';
import type { CallId } from '@tavolo/programmes';
import type { PlanChangeEvent } from './plan.change.events.js';
import type { PlanStepEvent } from './plan.step.events.js';

// Event names and fields are the storage format: a new shape is a higher schema number.

/** A heading in the language of the body and, where given, in English. */
export type Titled = Readonly<{ title: string; titleEn?: string }>;

/** A region began the plan of a call; whether both are free is not known yet (PL-1). */
export type PlanInitiated = Message<
  'PlanInitiated',
  Titled & {
    call: CallId;
    regionCode: string;
    acronym?: string;
    lead: PartnerId;
    executionStart: PartialDate;
    executionEnd: PartialDate;
    source?: Source;
  }
>;
/** Another plan holds region and call (PL-1): an end. `heldBy` names it. */
export type PlanInitiationRefused = Message<'PlanInitiationRefused', { heldBy: string }>;
/** The officer responsible for the procedure (responsabile del procedimento) from now on. */
export type ProcedureOfficerAppointed = Message<
  'ProcedureOfficerAppointed',
  { officer: PersonRef }
>;

/** A section of the plan's text stands with this wording; `section` is its key in the plan. */
export type SectionRevised = Message<
  'SectionRevised',
  Titled & { section: string; text: string; textEn?: string; source?: Source }
>;
/** A line of action; `code` is the one that the programme gives it. */
export type ActionAdded = Message<
  'ActionAdded',
  Titled & {
    action: ActionId;
    code?: string;
    objective?: string;
    objectiveEn?: string;
    source?: Source;
  }
>;
/** An action serves a class of people or bodies, never persons. */
export type TargetGroupLinked = Message<
  'TargetGroupLinked',
  Titled & { action: ActionId; code: string; source?: Source }
>;
/** What an action is measured by, and the value it aims at, in `unit`. */
export type IndicatorDefined = Message<
  'IndicatorDefined',
  Titled & {
    indicator: IndicatorId;
    action: ActionId;
    unit: string;
    target: number;
    source?: Source;
  }
>;
/** The value that an indicator aims at from now on, in its unit. */
export type IndicatorTargetSet = Message<
  'IndicatorTargetSet',
  { indicator: IndicatorId; target: number }
>;
/** The smallest planned unit of an action; its dates are as exact as their source. */
export type InterventionAdded = Message<
  'InterventionAdded',
  Titled & {
    intervention: InterventionId;
    action: ActionId;
    start?: PartialDate;
    end?: PartialDate;
    source?: Source;
  }
>;
/** The one partner that answers for an intervention from now on, as member of that network (PL-2). */
export type InterventionOwnerAssigned = Message<
  'InterventionOwnerAssigned',
  { intervention: InterventionId; partner: PartnerId; network: NetworkId }
>;
/** A line of the budget of an action. */
export type BudgetLineAdded = Message<
  'BudgetLineAdded',
  { line: BudgetLineId; action: ActionId; category: string; cents: Cents; source?: Source }
>;
/** A partner's share of a line is this amount from now on; 0 is none. */
export type PartnerShareAllocated = Message<
  'PartnerShareAllocated',
  { line: BudgetLineId; partner: PartnerId; cents: Cents }
>;
/** A point in the plan's time, of an action or of the whole. */
export type MilestoneScheduled = Message<
  'MilestoneScheduled',
  Titled & { milestone: string; action?: ActionId; due: PartialDate; source?: Source }
>;

/** A table of co-design (tavolo) is open: it may sit and take contributions. */
export type CoDesignTableOpened = Message<'CoDesignTableOpened', Titled & { table: TableId }>;
/** A table sat. Its minutes are a document; `recordedBy` may not approve them. */
export type CoDesignSessionHeld = Message<
  'CoDesignSessionHeld',
  {
    session: SessionId;
    table: TableId;
    heldOn: LocalDate;
    attendance: readonly PartnerId[];
    minutes: Sha256;
    recordedBy: PersonRef;
  }
>;
/** Minutes of a session were approved, with this text. */
export type CoDesignMinutesApproved = Message<
  'CoDesignMinutesApproved',
  { session: SessionId; minutes: Sha256; approvedBy: PersonRef }
>;
/** Somebody proposed a change to a section or an action (`on`); its text is a document. */
export type ContributionProposed = Message<
  'ContributionProposed',
  {
    contribution: ContributionId;
    table: TableId;
    on: string;
    /** Of the text of a section, from 1; absent: the whole. */
    paragraph?: number;
    document: Sha256;
    proposedBy: PersonRef;
  }
>;
/** `reason` is a private text `<uuid>:<sha256>`, or the SHA-256 of a document. */
export type ContributionAccepted = Message<
  'ContributionAccepted',
  { contribution: ContributionId; reason: string }
>;
/** `reason` as in `ContributionAccepted`. */
export type ContributionRejected = Message<
  'ContributionRejected',
  { contribution: ContributionId; reason: string }
>;
/** The table sits no more and takes no contributions. */
export type CoDesignTableClosed = Message<'CoDesignTableClosed', { table: TableId }>;
/** A closed table sits and takes contributions again. */
export type CoDesignTableReopened = Message<'CoDesignTableReopened', { table: TableId }>;
/** The whole content stands as a document of canonical bytes with this SHA-256. */
export type PlanDraftConsolidated = Message<
  'PlanDraftConsolidated',
  { version: number; sha256: Sha256; consolidatedBy: PersonRef }
>;
/** This version is complete (PL-2, PL-3, PL-4, PL-7). */
export type PlanValidated = Message<'PlanValidated', { version: number; sha256: Sha256 }>;

/** The adopted plan went to the authority. */
export type PlanSubmitted = Message<'PlanSubmitted', { sha256: Sha256; submittedBy: PersonRef }>;
/** Interventions run from this day, or month. */
export type PlanExecutionStarted = Message<'PlanExecutionStarted', { on: PartialDate }>;
/** Cumulative: all that was reached up to `on`. After a final value there is no other (PL-12). */
export type IndicatorValueRecorded = Message<
  'IndicatorValueRecorded',
  { indicator: IndicatorId; value: number; on: PartialDate; final: boolean }
>;
/** An intervention ended. */
export type InterventionEnded = Message<
  'InterventionEnded',
  { intervention: InterventionId; on: PartialDate }
>;
/** What an evaluation found of an action; anything but a strength has to be closed (PL-13). */
export type EvaluationFindingRecorded = Message<
  'EvaluationFindingRecorded',
  Titled & {
    finding: string;
    action: ActionId;
    kind: 'recommendation' | 'strength' | 'weakness';
    source?: Source;
  }
>;
/** All interventions ended, all indicators have their final value (PL-13). */
export type PlanCompleted = Message<'PlanCompleted', { on: PartialDate }>;

/** Facts that edit the content, of which each consolidated version is a picture. */
export type PlanContentEvent =
  | SectionRevised
  | ActionAdded
  | TargetGroupLinked
  | IndicatorDefined
  | IndicatorTargetSet
  | InterventionAdded
  | InterventionOwnerAssigned
  | BudgetLineAdded
  | PartnerShareAllocated
  | MilestoneScheduled;

/** Facts of the tables at which the plan is co-designed. */
export type PlanTableEvent =
  | CoDesignTableOpened
  | CoDesignSessionHeld
  | CoDesignMinutesApproved
  | ContributionProposed
  | ContributionAccepted
  | ContributionRejected
  | CoDesignTableClosed
  | CoDesignTableReopened;

/** Facts of the plan as a whole, from its beginning to its end. */
export type PlanCourseEvent =
  | PlanInitiated
  | PlanInitiationConfirmed
  | PlanInitiationRefused
  | ProcedureOfficerAppointed
  | PlanDraftConsolidated
  | PlanDraftSuperseded
  | PlanValidated
  | PlanAdopted
  | PlanSubmitted
  | PlanApproved
  | PlanExecutionStarted
  | IndicatorValueRecorded
  | InterventionEnded
  | EvaluationFindingRecorded
  | PlanCompleted;

/** Every fact of a plan. */
export type PlanEvent =
  | PlanContentEvent
  | PlanTableEvent
  | PlanCourseEvent
  | PlanStepEvent
  | PlanChangeEvent;
