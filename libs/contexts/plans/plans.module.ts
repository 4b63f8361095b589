import { Agreements } from '@tavolo/agreements';
import { Decisions } from '@tavolo/boards';
import { CommandGateway, Instance } from '@tavolo/command';
import { Nodes } from '@tavolo/graphql';
import { Networks } from '@tavolo/networks';
import { Partners } from '@tavolo/partners';
import { PrivateStore } from '@tavolo/private-store';
import { Claims, Processes } from '@tavolo/process';
import { Budgets, Calls } from '@tavolo/programmes';
import { readingOf } from '@tavolo/reading';
import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { BesidePlan } from './adapters/graphql/beside-plan.js';
import { CoDesignMutations } from './adapters/graphql/co-design.mutations.js';
import { PlanContentMutations } from './adapters/graphql/plan-content.mutations.js';
import {
  BudgetLineResolver,
  CoDesignSessionResolver,
  CoDesignTableResolver,
  ContributionResolver,
  PartnerShareResolver,
  PlanActionResolver,
  PlanApprovalResolver,
  PlanInterventionResolver,
  PlanVersionResolver,
} from './adapters/graphql/plan-parts.resolvers.js';
import {
  PlanChangeResolver,
  PlanEndorsementResolver,
  PlanLineChangeResolver,
  PlanProgressResolver,
  PlanStepsResolver,
} from './adapters/graphql/plan-steps.resolvers.js';
import { PlanChangeMutations } from './adapters/graphql/plan-change.mutations.js';
import { PlanCourseMutations } from './adapters/graphql/plan-course.mutations.js';
import { PlanReadinessResolver } from './adapters/graphql/plan-readiness.resolver.js';
import { PlanCommands } from './adapters/graphql/plan.commands.js';
import { PlanMutations } from './adapters/graphql/plan.mutations.js';
import { PlanResolver } from './adapters/graphql/plan.resolver.js';
import { plansReading } from './adapters/graphql/plans.reading.js';
import { adoptionProcess } from './application/adoption.process.js';
import { authorisationProcess } from './application/authorisation.process.js';
import { budgetProcess } from './application/budget.process.js';
import { extensionProcess } from './application/extension.process.js';
import { initiationProcess } from './application/initiation.process.js';
import { PlanRequest, plans } from './application/plan.aggregate.js';
import { PlanGrounds } from './application/plan.grounds.js';
import { PlanHandler } from './application/plan.handler.js';
import { PlansRealm } from './application/plans.realm.js';
import { StreamedPlanBudgets, StreamedPlans } from './application/plans.js';
import { PlanBudgets, Plans } from './contract/index.js';
import { planTable } from './read-model/plan.rows.js';

const ports = [
  ...([Agreements, Budgets, Calls, Claims, Decisions] as const),
  ...([Instance, Networks, Partners, PrivateStore] as const),
] as const;
type Ports = readonly [
  ...(readonly [Agreements, Budgets, Calls, Claims, Decisions]),
  ...(readonly [Instance, Networks, Partners, PrivateStore]),
];

@Global()
@Module({
  providers: [
    readingOf(plansReading),
    { provide: Plans, useClass: StreamedPlans },
    { provide: PlanBudgets, useClass: StreamedPlanBudgets },
    {
      provide: PlanGrounds,
      inject: [...ports],
      useFactory: (...injected: Ports) => {
        const [agreements, budgets, calls, claims, decisions, ...others] = injected;
        const [instance, networks, partners, privateStore] = others;
        return new PlanGrounds({
          ...{ agreements, budgets, calls, claims, decisions },
          ...{ instance, networks, partners, privateStore },
        });
      },
    },
    PlanHandler,
    PlansRealm,
    PlanCommands,
    PlanResolver,
    PlanMutations,
    PlanContentMutations,
    CoDesignMutations,
    PlanChangeMutations,
    PlanChangeResolver,
    PlanLineChangeResolver,
    PlanCourseMutations,
    PlanEndorsementResolver,
    PlanProgressResolver,
    PlanStepsResolver,
    BesidePlan,
    PlanReadinessResolver,
    PlanActionResolver,
    PlanInterventionResolver,
    BudgetLineResolver,
    PartnerShareResolver,
    CoDesignTableResolver,
    CoDesignSessionResolver,
    ContributionResolver,
    PlanVersionResolver,
    PlanApprovalResolver,
  ],
  exports: [Plans, PlanBudgets],
})
export class PlansModule implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly nodes: Nodes,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.gateway.register(plans, PlanRequest);
    this.nodes.register('plan', 'Plan', {
      table: planTable,
      said: ['title', 'titleEn', 'acronym'],
    });
    this.processes.register(initiationProcess, adoptionProcess, budgetProcess);
    this.processes.register(authorisationProcess, extensionProcess);
  }
}
