import { Agreements } from '@tavolo/agreements';
import { Decisions } from '@tavolo/boards';
import { CommandGateway, Instance } from '@tavolo/command';
import { Nodes } from '@tavolo/graphql';
import { NetworkObligations, Networks } from '@tavolo/networks';
import { Commitments, Involvements, Partners } from '@tavolo/partners';
import { PlanBudgets, Plans } from '@tavolo/plans';
import { Processes } from '@tavolo/process';
import { readingOf } from '@tavolo/reading';
import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { BudgetMutations } from './adapters/graphql/budget.mutations.js';
import { BudgetResolver } from './adapters/graphql/budget.resolver.js';
import { CallCourseMutations } from './adapters/graphql/call-course.mutations.js';
import { CallMutations } from './adapters/graphql/call.mutations.js';
import { CallResolver } from './adapters/graphql/call.resolver.js';
import { ProgrammeCourseMutations } from './adapters/graphql/programme-course.mutations.js';
import { ProgrammeResolver } from './adapters/graphql/programme.resolver.js';
import { VocabularyResolver } from './adapters/graphql/vocabulary.resolver.js';
import { programmesReading } from './adapters/graphql/programmes.reading.js';
import { assignmentProcess } from './application/assignment.process.js';
import { BudgetRequest, budgets } from './application/budget.aggregate.js';
import { BudgetGrounds } from './application/budget.grounds.js';
import { BudgetHandler } from './application/budget.handler.js';
import { StreamedBudgets } from './application/budgets.js';
import { CallHandler, CallRequest, calls } from './application/call.handler.js';
import { StreamedCalls } from './application/calls.js';
import { BudgetCommitments, StreamedCommitments } from './application/commitments.js';
import { fundsReturn, programmeReturn } from './application/return.process.js';
import { shareInvolvement } from './application/involvement.process.js';
import { StreamedNetworkObligations } from './application/network-obligations.js';
import { ProgrammeHandler, ProgrammeRequest, programmes } from './application/programme.handler.js';
import { ProgrammesRealm } from './application/programmes.realm.js';
import { Budgets, Calls } from './contract/index.js';
import { budgetTable } from './read-model/budget.projection.js';
import { callTable } from './read-model/call.rows.js';
import { programmeTable } from './read-model/programme.projection.js';

type OfNetworks = readonly [Networks, Agreements, Involvements, Plans, BudgetCommitments];
type Ports = readonly [Agreements, Decisions, Instance, Partners, PlanBudgets];

@Global()
@Module({
  providers: [
    readingOf(programmesReading),
    { provide: Calls, useClass: StreamedCalls },
    { provide: Budgets, useClass: StreamedBudgets },
    { provide: Commitments, useClass: StreamedCommitments },
    {
      provide: NetworkObligations,
      inject: [Networks, Agreements, Involvements, Plans, BudgetCommitments],
      useFactory: (...injected: OfNetworks) => {
        const [networks, agreements, involvements, plans, open] = injected;
        return new StreamedNetworkObligations({ networks, agreements, involvements, plans, open });
      },
    },
    BudgetCommitments,
    {
      provide: BudgetGrounds,
      inject: [Agreements, Decisions, Instance, Partners, PlanBudgets],
      useFactory: (...injected: Ports) => {
        const [agreements, decisions, instance, partners, plans] = injected;
        return new BudgetGrounds({ agreements, decisions, instance, partners, plans });
      },
    },
    BudgetHandler,
    BudgetMutations,
    BudgetResolver,
    CallCourseMutations,
    ProgrammeCourseMutations,
    VocabularyResolver,
    CallHandler,
    CallMutations,
    CallResolver,
    ProgrammeHandler,
    ProgrammeResolver,
    ProgrammesRealm,
  ],
  exports: [Calls, Budgets, Commitments, NetworkObligations],
})
export class ProgrammesModule implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly nodes: Nodes,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.gateway.register(programmes, ProgrammeRequest);
    this.gateway.register(calls, CallRequest);
    this.gateway.register(budgets, BudgetRequest);
    this.processes.register(assignmentProcess, shareInvolvement);
    this.processes.register(fundsReturn, programmeReturn);
    this.nodes.register('budget', 'PlanBudget', { table: budgetTable });
    this.nodes.register('programme', 'Programme', { table: programmeTable });
    this.nodes.register('call', 'Call', { table: callTable });
  }
}
