import type { LocalDate, Message, PartialDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { IndicatorId, InterventionId } from '../contract/index.js';

// Event names and fields are the storage format: a new shape is a higher schema number.

/** A need of the territory was found; what is known of it may lie in a document. */
export type NeedRecorded = Message<
  'NeedRecorded',
  {
    need: string;
    title: string;
    titleEn?: string;
    area?: string;
    document?: Sha256;
  }
>;
/** Co-programming ended in a document of what is known: needs, interventions, resources. */
export type CoProgrammingConcluded = Message<'CoProgrammingConcluded', { document: Sha256 }>;
/** A partner stands behind exactly this version. It falls away with the version. */
export type PlanEndorsed = Message<
  'PlanEndorsed',
  { partner: PartnerId; version: number; sha256: Sha256; endorsedBy: PersonRef }
>;

/** The authority has begun to examine the plan. */
export type PlanAppraisalStarted = Message<'PlanAppraisalStarted', object>;
/** The authority asks for more; what it asks for is a document, to be answered by the day `due`. */
export type IntegrationRequested = Message<
  'IntegrationRequested',
  { request: string; document: Sha256; due: LocalDate }
>;
/** What was asked for was sent. */
export type IntegrationProvided = Message<
  'IntegrationProvided',
  { request: string; document: Sha256 }
>;
/** The authority does not finance the plan: an end. `document` holds the act and its reasons. */
export type PlanRejected = Message<'PlanRejected', { sha256: Sha256; document: Sha256 }>;
/** Eligible, and without money for now; `place` on the reserve list counts from 1. */
export type PlanReserveListed = Message<
  'PlanReserveListed',
  { sha256: Sha256; place: number; document: Sha256 }
>;

/** Execution rests from this day: no commitments, but reports are due as before. */
export type PlanSuspended = Message<'PlanSuspended', { on: LocalDate; document: Sha256 }>;
/** Execution goes on from this day. */
export type PlanResumed = Message<'PlanResumed', { on: LocalDate; document: Sha256 }>;
/** Progress up to a day, told by a document. */
export type ProgressReported = Message<
  'ProgressReported',
  { report: string; until: LocalDate; document: Sha256; reportedBy: PersonRef }
>;
/** The value recorded for `on` was wrong: `value` stands in its place, the first stays readable. */
export type IndicatorValueCorrected = Message<
  'IndicatorValueCorrected',
  { indicator: IndicatorId; on: PartialDate; before: number; value: number }
>;
/** An intervention will not take place: it was dropped before it began. */
export type InterventionCancelled = Message<
  'InterventionCancelled',
  { intervention: InterventionId; on: LocalDate; document: Sha256 }
>;
/** A finding of the evaluation was followed up; how, is a document. */
export type EvaluationFindingClosed = Message<
  'EvaluationFindingClosed',
  { finding: string; document: Sha256 }
>;
/** The final report went to the authority. */
export type FinalReportSubmitted = Message<
  'FinalReportSubmitted',
  { document: Sha256; submittedBy: PersonRef }
>;
/** Nothing of the plan is open any more (PL-13): its end. */
export type PlanClosed = Message<'PlanClosed', { on: LocalDate; document: Sha256 }>;

/** Facts beside the straight way of a plan. */
export type PlanStepEvent =
  | NeedRecorded
  | CoProgrammingConcluded
  | PlanEndorsed
  | PlanAppraisalStarted
  | IntegrationRequested
  | IntegrationProvided
  | PlanRejected
  | PlanReserveListed
  | PlanSuspended
  | PlanResumed
  | ProgressReported
  | IndicatorValueCorrected
  | InterventionCancelled
  | EvaluationFindingClosed
  | FinalReportSubmitted
  | PlanClosed;
