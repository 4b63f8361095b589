import type { DecisionId, DecisionStanding } from '@tavolo/boards';
import type { Cents, Command, LocalDate, PartialDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { NetworkId, NetworkStanding } from '@tavolo/networks';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import type { CallId, CallStanding } from '@tavolo/programmes';
import type {
  ActionId,
  BudgetLineId,
  ContributionId,
  IndicatorId,
  InterventionId,
  PlanId,
  SessionId,
  Source,
  TableId,
} from '../contract/index.js';
import type { PlanChangeCommand } from './plan.change.commands.js';
import type { Titled } from './plan.events.js';
import type { PlanStepCommand } from './plan.step.commands.js';

// Grounds are put there by the handler, never by the sender.

/** The id of the part that the command adds. */
type Adds = Readonly<{ grounds: Readonly<{ newId: string }> }>;
type Sourced = Readonly<{ source?: Source }>;

/** Begins the plan of a region under a call. `heldBy`: the plan that has both already (PL-1). */
export type InitiatePlan = Command<
  'InitiatePlan',
  Titled &
    Sourced & {
      call: CallId;
      regionCode: string;
      acronym?: string;
      lead: PartnerId;
      executionStart: PartialDate;
      executionEnd: PartialDate;
      grounds: {
        call: CallStanding | null;
        lead: PartnerStanding | null;
        heldBy: string | null;
      };
    }
>;
/** Of a process: region and call are this plan's. */
export type ConfirmInitiation = Command<'ConfirmInitiation', object>;
/** Of a process: region and call are another plan's. */
export type RefuseInitiation = Command<'RefuseInitiation', { heldBy: string }>;
/** Names the officer responsible for the procedure. */
export type AppointProcedureOfficer = Command<
  'AppointProcedureOfficer',
  { officer: PersonRef; grounds: { isKnown: boolean } }
>;

/** Writes a section of the text, new or not; `section` is its key in the plan. */
export type ReviseSection = Command<
  'ReviseSection',
  Titled & Sourced & { section: string; text: string; textEn?: string }
>;
/** Adds a line of action. */
export type AddAction = Command<
  'AddAction',
  Titled & Sourced & Adds & { code?: string; objective?: string; objectiveEn?: string }
>;
/** Says whom an action is for. */
export type LinkTargetGroup = Command<
  'LinkTargetGroup',
  Titled & Sourced & { action: ActionId; code: string }
>;
/** Says what an action is measured by; `target` in `unit`, an integer. */
export type DefineIndicator = Command<
  'DefineIndicator',
  Titled & Sourced & Adds & { action: ActionId; unit: string; target: number }
>;
/** Sets the value that an indicator aims at. */
export type SetTarget = Command<'SetTarget', { indicator: IndicatorId; target: number }>;
/** Adds an intervention, dated inside the eligibility of the call (PL-11) or not dated. */
export type AddIntervention = Command<
  'AddIntervention',
  Titled &
    Sourced & {
      action: ActionId;
      start?: PartialDate;
      end?: PartialDate;
      grounds: Readonly<{
        newId: string;
        eligibility: Readonly<{ from: PartialDate | null; until: PartialDate | null }>;
      }>;
    }
>;
/** Makes a partner answer for an intervention; it is an active member of that network (PL-2). */
export type AssignOwner = Command<
  'AssignOwner',
  {
    intervention: InterventionId;
    partner: PartnerId;
    network: NetworkId;
    grounds: { plan: PlanId; network: NetworkStanding | null };
  }
>;
/** Adds a line to the budget of an action. */
export type AddBudgetLine = Command<
  'AddBudgetLine',
  Sourced & Adds & { action: ActionId; category: string; cents: Cents }
>;
/** Sets the share of a partner in a line; 0 takes it away. */
export type AllocateToPartner = Command<
  'AllocateToPartner',
  {
    line: BudgetLineId;
    partner: PartnerId;
    cents: Cents;
    grounds: { partner: PartnerStanding | null };
  }
>;
/** Sets a point in the plan's time. */
export type ScheduleMilestone = Command<
  'ScheduleMilestone',
  Titled & Sourced & Adds & { action?: ActionId; due: PartialDate }
>;

/** Opens a table of co-design. */
export type OpenTable = Command<'OpenTable', Titled & Adds>;
/** Records that a table sat; `unknown` are those of the attendance whom nobody knows. */
export type HoldSession = Command<
  'HoldSession',
  {
    table: TableId;
    heldOn: LocalDate;
    attendance: readonly PartnerId[];
    minutes: Sha256;
    grounds: Readonly<{ newId: string; unknown: readonly PartnerId[] }>;
  }
>;
/** Approves the minutes of a session: those, and no others. */
export type ApproveSessionMinutes = Command<
  'ApproveSessionMinutes',
  { session: SessionId; minutes: Sha256 }
>;
/**
 * Proposes a change; `on` is the key of a section or the id of an action, `paragraph` counts
 * those of the section's text from 1.
 */
export type ProposeContribution = Command<
  'ProposeContribution',
  Adds & { table: TableId; on: string; paragraph?: number; document: Sha256 }
>;
/** `reason`: reference of the private text, or hash of the document that holds it. */
type DecidesContribution = Readonly<{
  contribution: ContributionId;
  grounds: Readonly<{ reason: string | null }>;
}>;
/** Takes a contribution up, with a reason (PL-4). */
export type AcceptContribution = Command<'AcceptContribution', DecidesContribution>;
/** Turns a contribution down, with a reason (PL-4). */
export type RejectContribution = Command<'RejectContribution', DecidesContribution>;
/** Closes a table. */
export type CloseTable = Command<'CloseTable', { table: TableId }>;

/** Freezes the content; `sha256` is that of its canonical bytes, stored as a document. */
export type ConsolidateDraft = Command<'ConsolidateDraft', { grounds: { sha256: Sha256 } }>;
/** Finds this version complete; `networks` are those that owners are members of. */
export type ValidatePlan = Command<
  'ValidatePlan',
  { sha256: Sha256; grounds: { networks: readonly NetworkStanding[] } }
>;
/** Of a process: the board's decision on this version is effective. */
export type AdoptPlan = Command<
  'AdoptPlan',
  {
    decision: DecisionId;
    version: number;
    sha256: Sha256;
    grounds: { plan: PlanId; decision: DecisionStanding | null };
  }
>;
/** Sends the adopted text to the authority; `networks` are those that owners are members of. */
export type SubmitPlan = Command<
  'SubmitPlan',
  {
    sha256: Sha256;
    grounds: { networks: readonly NetworkStanding[]; call: CallStanding | null };
  }
>;
/** Records the authority's approval, with the amount, the project code and the act. */
export type ApprovePlan = Command<
  'ApprovePlan',
  { sha256: Sha256; cents: Cents; cup: string; document: Sha256 }
>;
/** Records from when interventions run. */
export type StartExecution = Command<'StartExecution', { on: PartialDate }>;
/** Records what was reached in all up to a day; `final` closes the indicator (PL-13). */
export type RecordIndicatorValue = Command<
  'RecordIndicatorValue',
  { indicator: IndicatorId; value: number; on: PartialDate; final?: boolean }
>;
/** Records that an intervention ended. */
export type EndIntervention = Command<
  'EndIntervention',
  { intervention: InterventionId; on: PartialDate }
>;
/** Records a strength of an action (punto di forza). */
export type RecordStrength = Command<
  'RecordStrength',
  Titled & Sourced & Adds & { action: ActionId }
>;
/** Completes the plan (PL-13). */
export type CompletePlan = Command<'CompletePlan', { on: PartialDate }>;

/** Commands that edit the content. */
export type PlanContentCommand =
  | ReviseSection
  | AddAction
  | LinkTargetGroup
  | DefineIndicator
  | SetTarget
  | AddIntervention
  | AssignOwner
  | AddBudgetLine
  | AllocateToPartner
  | ScheduleMilestone;

/** Commands of the tables of co-design. */
export type PlanTableCommand =
  | OpenTable
  | HoldSession
  | ApproveSessionMinutes
  | ProposeContribution
  | AcceptContribution
  | RejectContribution
  | CloseTable;

/** Commands on the way from the first idea to the adopted plan. */
export type PlanDraftCommand =
  | InitiatePlan
  | ConfirmInitiation
  | RefuseInitiation
  | AppointProcedureOfficer
  | ConsolidateDraft
  | ValidatePlan
  | AdoptPlan;

/** Commands on the adopted plan. */
export type PlanRunCommand =
  | SubmitPlan
  | ApprovePlan
  | StartExecution
  | RecordIndicatorValue
  | EndIntervention
  | RecordStrength
  | CompletePlan;

/** Every command on a plan. */
export type PlanCommand =
  | PlanContentCommand
  | PlanTableCommand
  | PlanDraftCommand
  | PlanRunCommand
  | PlanStepCommand
  | PlanChangeCommand;
