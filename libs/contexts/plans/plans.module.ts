import { Decisions } from '@tavolo/boards';
import { CommandGateway, Instance } from '@tavolo/command';
import { Nodes } from '@tavolo/graphql';
import { Networks } from '@tavolo/networks';
import { Partners } from '@tavolo/partners';
import { PrivateStore } from '@tavolo/private-store';
import { Claims, Processes } from '@tavolo/process';
import { Calls } from '@tavolo/programmes';
import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
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
import { PlanCommands } from './adapters/graphql/plan.commands.js';
import { PlanMutations } from './adapters/graphql/plan.mutations.js';
import { PlanResolver } from './adapters/graphql/plan.resolver.js';
import { adoptionProcess } from './application/adoption.process.js';
import { initiationProcess } from './application/initiation.process.js';
import { PlanRequest, plans } from './application/plan.aggregate.js';
import { PlanGrounds } from './application/plan.grounds.js';
import { PlanHandler } from './application/plan.handler.js';
import { StreamedPlans } from './application/plans.js';
import { Plans } from './contract/index.js';
import { planTable } from './read-model/plan.rows.js';

type Ports = readonly [Calls, Claims, Decisions, Instance, Networks, Partners, PrivateStore];

@Global()
@Module({
  providers: [
    { provide: Plans, useClass: StreamedPlans },
    {
      provide: PlanGrounds,
      inject: [Calls, Claims, Decisions, Instance, Networks, Partners, PrivateStore],
      useFactory: (...ports: Ports) => {
        const [calls, claims, decisions, instance, networks, partners, privateStore] = ports;
        const all = { calls, claims, decisions, instance, networks, partners, privateStore };
        return new PlanGrounds(all);
      },
    },
    PlanHandler,
    PlanCommands,
    PlanResolver,
    PlanMutations,
    PlanContentMutations,
    CoDesignMutations,
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
  exports: [Plans],
})
export class PlansModule implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly nodes: Nodes,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.gateway.register(plans, PlanRequest);
    this.nodes.register('plan', 'Plan', { table: planTable });
    this.processes.register(initiationProcess, adoptionProcess);
  }
}
