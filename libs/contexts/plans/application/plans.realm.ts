import { levelScope, Realm } from '@tavolo/access';
import type { GovernedKind } from '@tavolo/access';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Plans } from '../contract/index.js';
import type { PlanId } from '../contract/index.js';

const writing: GovernedKind['acts'] = {
  AppointProcedureOfficer: 'lead',
  ReviseSection: 'lead',
  AddAction: 'lead',
  LinkTargetGroup: 'lead',
  DefineIndicator: 'lead',
  SetTarget: 'lead',
  AddIntervention: 'lead',
  AssignOwner: 'lead',
  AddBudgetLine: 'lead',
  AllocateToPartner: 'lead',
  ScheduleMilestone: 'lead',
  RecordNeed: 'lead',
  CloseCoProgramming: 'lead',
  OpenTable: 'lead',
  HoldSession: 'lead',
  AcceptContribution: 'lead',
  RejectContribution: 'lead',
  CloseTable: 'lead',
  ReopenTable: 'lead',
  ConsolidateDraft: 'lead',
  DraftRemodulation: 'lead',
};

const ofTheCourse: GovernedKind['acts'] = {
  InitiatePlan: { action: 'constitute', under: ['call'], ledBy: 'lead' },
  ProposeContribution: 'participate',
  ApproveSessionMinutes: 'verify',
  ValidatePlan: 'verify',
  EndorsePlan: 'endorse',
  SubmitPlan: 'constitute',
  ProvideIntegration: 'constitute',
  StartExecution: 'constitute',
  CompletePlan: 'constitute',
  SubmitFinalReport: 'constitute',
  CancelIntervention: 'constitute',
  RequestRemodulation: 'constitute',
  WithdrawRemodulation: 'constitute',
  RequestExtension: 'constitute',
  RecordIndicatorValue: 'report',
  CorrectIndicatorValue: 'report',
  EndIntervention: 'report',
  RecordStrength: 'report',
  ReportProgress: 'report',
  RecordEvaluationFinding: 'verify',
  CloseEvaluationFinding: 'verify',
};

const ofTheAuthority: GovernedKind['acts'] = {
  StartAppraisal: 'approve',
  RequestIntegration: 'approve',
  ApprovePlan: 'approve',
  RejectPlan: 'approve',
  ReserveListPlan: 'approve',
  SuspendPlan: 'approve',
  ResumePlan: 'approve',
  AssessRemodulation: 'approve',
  AuthoriseRemodulation: 'approve',
  RefuseRemodulation: 'approve',
  AssessExtension: 'approve',
  AuthoriseExtension: 'approve',
  RefuseExtension: 'approve',
  GrantNoCostExtension: 'approve',
  RevokeFunding: 'approve',
  ClosePlan: 'approve',
};

/** What the policies are asked about plans. */
@Injectable()
export class PlansRealm implements OnModuleInit {
  constructor(
    private readonly realm: Realm,
    private readonly plans: Plans,
  ) {}

  onModuleInit(): void {
    this.realm.governs({
      category: 'plan',
      acts: { ...writing, ...ofTheCourse, ...ofTheAuthority },
      place: async (id) => {
        const found = await this.plans.standing(id as PlanId);
        if (!found) return null;
        const { basis, call, lead } = found;
        return { above: [call, levelScope('region')], leads: [lead], basis };
      },
    });
  }
}
