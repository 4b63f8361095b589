import type { Command, LocalDate, PartialDate, Sha256 } from '@tavolo/kernel';
import type { PartnerStanding } from '@tavolo/partners';
import type { ActionId, IndicatorId, InterventionId, Source, TableId } from '../contract/index.js';

// Grounds are put there by the handler, never by the sender.

/** The id of the part that the command adds. */
type Adds = Readonly<{ grounds: Readonly<{ newId: string }> }>;
type Titled = Readonly<{ title: string; titleEn?: string }>;

/** Records a need of the territory, before the plan is designed. */
export type RecordNeed = Command<
  'RecordNeed',
  Titled & Adds & { area?: string; document?: Sha256 }
>;
/** Concludes co-programming with the document of what is known. */
export type CloseCoProgramming = Command<'CloseCoProgramming', { document: Sha256 }>;
/** Lets a closed table sit again: before adoption, or for changes in execution. */
export type ReopenTable = Command<'ReopenTable', { table: TableId }>;
/** A partner that takes part stands behind this version; the actor acts for it. */
export type EndorsePlan = Command<
  'EndorsePlan',
  { sha256: Sha256; grounds: { partner: PartnerStanding | null } }
>;

/** Begins the examination of a submitted plan. */
export type StartAppraisal = Command<'StartAppraisal', object>;
/** Asks the lead for more, to be there by the day `due`. */
export type RequestIntegration = Command<
  'RequestIntegration',
  Adds & { document: Sha256; due: LocalDate }
>;
/** Answers a request for integration, in time. */
export type ProvideIntegration = Command<'ProvideIntegration', { document: Sha256 }>;
/** Turns the plan down. */
export type RejectPlan = Command<'RejectPlan', { sha256: Sha256; document: Sha256 }>;
/** Puts the plan on the reserve list, at this place. */
export type ReserveListPlan = Command<
  'ReserveListPlan',
  { sha256: Sha256; place: number; document: Sha256 }
>;

/** Stops execution; reports stay due. */
export type SuspendPlan = Command<'SuspendPlan', { on: LocalDate; document: Sha256 }>;
/** Lets execution go on. */
export type ResumePlan = Command<'ResumePlan', { on: LocalDate; document: Sha256 }>;
/** Tells progress up to a day. */
export type ReportProgress = Command<
  'ReportProgress',
  Adds & { until: LocalDate; document: Sha256 }
>;
/** Sets right the value that was recorded for `on` (PL-12). */
export type CorrectIndicatorValue = Command<
  'CorrectIndicatorValue',
  { indicator: IndicatorId; on: PartialDate; value: number }
>;
/** Drops an intervention that has not begun, by the act that says why (PL-13). */
export type CancelIntervention = Command<
  'CancelIntervention',
  { intervention: InterventionId; on: LocalDate; document: Sha256 }
>;
/** Records what an evaluation found to be mended. */
export type RecordEvaluationFinding = Command<
  'RecordEvaluationFinding',
  Titled &
    Adds & {
      action: ActionId;
      kind: 'recommendation' | 'weakness';
      source?: Source;
    }
>;
/** Says that a finding was followed up. */
export type CloseEvaluationFinding = Command<
  'CloseEvaluationFinding',
  { finding: string; document: Sha256 }
>;
/** Sends the final report of a completed plan. */
export type SubmitFinalReport = Command<'SubmitFinalReport', { document: Sha256 }>;
/** Closes the plan (PL-13). */
export type ClosePlan = Command<'ClosePlan', { on: LocalDate; document: Sha256 }>;

/** Commands before adoption, beside the straight way. */
export type PlanDesignCommand = RecordNeed | CloseCoProgramming | ReopenTable | EndorsePlan;

/** Commands of the authority that examines the plan, and the answer to it. */
export type PlanAppraisalCommand =
  | StartAppraisal
  | RequestIntegration
  | ProvideIntegration
  | RejectPlan
  | ReserveListPlan;

/** Commands during and after execution. */
export type PlanCourseCommand =
  | SuspendPlan
  | ResumePlan
  | ReportProgress
  | CorrectIndicatorValue
  | CancelIntervention
  | RecordEvaluationFinding
  | CloseEvaluationFinding
  | SubmitFinalReport
  | ClosePlan;

/** Commands beside the straight way of a plan. */
export type PlanStepCommand = PlanDesignCommand | PlanAppraisalCommand | PlanCourseCommand;
