import { INSTANCE_STREAM, Realm } from '@tavolo/access';
import type { GovernedKind } from '@tavolo/access';
import { Transactions } from '@tavolo/command';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Calls } from '../contract/index.js';
import type { CallId } from '../contract/index.js';
import { programmes } from './programme.handler.js';

const ofProgramme: GovernedKind['acts'] = {
  DefineProgramme: { action: 'define' },
  AdoptProgramme: 'approve',
  ActivateProgramme: 'approve',
  AmendProgramme: 'approve',
  AllocateBudget: 'commit',
  StartClosing: 'govern',
  CloseProgramme: 'approve',
};

const ofCall: GovernedKind['acts'] = {
  DraftCall: { action: 'govern', under: ['programme'] },
  ApproveCall: 'approve',
  RecordCourtRegistration: 'govern',
  PublishCall: 'govern',
  RectifyCall: 'govern',
  ExtendDeadline: 'approve',
  CloseCall: 'govern',
  StartEvaluation: 'govern',
  ApproveRanking: 'approve',
  AwardFunding: 'approve',
  ScrollReserveList: 'approve',
  StartImplementation: 'govern',
  ConcludeCall: 'govern',
  SuspendCall: 'govern',
  ResumeCall: 'govern',
  WithdrawCall: 'approve',
  AnnulCall: 'approve',
  AssignFunding: 'commit',
  IncreaseAssignment: 'commit',
  ReduceAssignment: 'commit',
  IncreaseCallBudget: 'commit',
};

const ofBudget: GovernedKind['acts'] = {
  ReserveFunds: 'commit',
  ReleaseReservation: 'commit',
  CommitFunds: 'commit',
  AdjustCommitment: 'commit',
  DecommitFunds: 'commit',
};

/** What the policies are asked about programmes, calls and the money of plans. */
@Injectable()
export class ProgrammesRealm implements OnModuleInit {
  constructor(
    private readonly realm: Realm,
    private readonly calls: Calls,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.realm.governs({
      ...{ category: 'programme', acts: ofProgramme },
      place: async (id) => {
        const found = await this.transactions.load(programmes, id);
        return found && { above: [INSTANCE_STREAM], basis: found.basis };
      },
    });
    this.realm.governs({
      ...{ category: 'call', acts: ofCall },
      place: async (id) => {
        const found = await this.calls.standing(id as CallId);
        return found && { above: [found.programme], basis: found.basis };
      },
    });
    // A budget is of its plan from the first, whether or not something was bound.
    this.realm.governs({
      ...{ category: 'budget', acts: ofBudget },
      place: (id) => Promise.resolve({ above: [id.replace(/^budget-/u, 'plan-')], basis: null }),
    });
  }
}
