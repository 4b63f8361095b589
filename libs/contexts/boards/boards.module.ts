import { BoardInboxResolver } from './adapters/graphql/board-inbox.resolver.js';
import { Agreements } from '@tavolo/agreements';
import { CommandGateway, Instance, Mandates, Transactions } from '@tavolo/command';
import { EventStore } from '@tavolo/event-store';
import { Nodes } from '@tavolo/graphql';
import { Networks } from '@tavolo/networks';
import { Partners } from '@tavolo/partners';
import { Plans } from '@tavolo/plans';
import { BallotBoxes, PrivateStore } from '@tavolo/private-store';
import { Processes } from '@tavolo/process';
import { readingOf } from '@tavolo/reading';
import { Global, Module } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { BoardMutations } from './adapters/graphql/board.mutations.js';
import { BoardResolver, BoardSeatResolver } from './adapters/graphql/board.resolver.js';
import { DecisionContextResolver } from './adapters/graphql/decision-context.resolver.js';
import { DecisionMutations } from './adapters/graphql/decision.mutations.js';
import { DecisionResolver, PlanDecisionsResolver } from './adapters/graphql/decision.resolver.js';
import { ProcedureMutations } from './adapters/graphql/procedure.mutations.js';
import {
  BoardProceduresResolver,
  ProcedureResolver,
} from './adapters/graphql/procedure.resolver.js';
import { LaterMutations } from './adapters/graphql/later.mutations.js';
import { ConditionResolver, LaterResolver } from './adapters/graphql/later.resolver.js';
import { RulebookResolver } from './adapters/graphql/rulebook.resolver.js';
import { SittingMutations } from './adapters/graphql/sitting.mutations.js';
import { AgendaItemResolver, SittingResolver } from './adapters/graphql/sitting.resolver.js';
import {
  DecisionSightResolver,
  ProcedureSightResolver,
  VoterSights,
} from './adapters/graphql/sight.resolver.js';
import { TieMutations } from './adapters/graphql/tie.mutations.js';
import { VoteMutations } from './adapters/graphql/vote.mutations.js';
import { boardsReading } from './adapters/graphql/boards.reading.js';
import { boards, decisions, procedures, registers, sittings } from './application/aggregates.js';
import { routeDefinitions, routes } from './application/aggregates.js';
import { BoardHandler } from './application/board.handler.js';
import { DecisionHandler } from './application/decision.handler.js';
import { StreamedDecisions } from './application/decisions.js';
import { AskedOfBodies, DemandsOfBodies } from './demands-of-bodies.js';
import { BoardsRealm } from './application/boards.realm.js';
import { conditionsProcess } from './application/conditions.process.js';
import { deliberationProcess } from './application/deliberation.process.js';
import { effectProcess } from './application/effect.process.js';
import { numberingProcess } from './application/numbering.process.js';
import { endingProcess } from './application/ending.process.js';
import { procedureProcess } from './application/procedure.process.js';
import { ProcedureHandler } from './application/procedure.handler.js';
import { BoardsPorts } from './application/ports.js';
import { ratificationProcess } from './application/ratification.process.js';
import { Recomputing } from './application/recomputing.js';
import { RegisterHandler } from './application/register.handler.js';
import {
  BoardRequest,
  DecisionRequest,
  ProcedureRequest,
  RegisterRequest,
  RouteDefinitionRequest,
  RouteRequest,
  SittingRequest,
} from './application/requests.js';
import { rulebookProcess } from './application/rulebook.process.js';
import { seatTerms } from './application/seat-terms.process.js';
import { SeatMandates } from './application/seat-mandates.js';
import { SittingRecords } from './application/sitting-records.js';
import { SittingHandler } from './application/sitting.handler.js';
import { destroyBoxesOfEndedVotes } from './application/ended-boxes.js';
import { discretionOfReplies } from './application/procedure-votes.js';
import { discretionOf } from './application/sitting-votes.js';
import { supersededTextProcess } from './application/superseded-text.process.js';
import { voteTermProcess } from './application/vote-term.process.js';
import { VoteBoxes } from './application/vote-boxes.js';
import { Decisions } from './contract/index.js';
import { routeProcesses, routeProviders } from './routes.parts.js';
import { boardTable } from './read-model/board.projection.js';
import { decisionTable } from './read-model/decision.projection.js';
import { procedureTable } from './read-model/procedure.rows.js';
import { routeDefinitionTable } from './read-model/route/definition.projection.js';
import { routeTable } from './read-model/route/route.rows.js';
import { sittingTable } from './read-model/sitting.rows.js';

/** Commands in, mandates, processes: what the rest of the house is told of this context. */
class BoardsRegistry {
  constructor(
    readonly parts: Readonly<{
      gateway: CommandGateway;
      instance: Instance;
      mandates: Mandates;
      nodes: Nodes;
      processes: Processes;
      transactions: Transactions;
      boxes: VoteBoxes;
    }>,
  ) {}
}

type Ports = readonly [
  ...[Agreements, Instance, Networks, Partners, Plans, PrivateStore, Transactions],
  ...[VoteBoxes, SittingRecords],
];
type Registries = readonly [
  ...[CommandGateway, Instance, Mandates, Nodes, Processes, Transactions],
  VoteBoxes,
];

@Global()
@Module({
  providers: [
    readingOf(boardsReading),
    { provide: Decisions, useClass: StreamedDecisions },
    {
      provide: VoteBoxes,
      inject: [BallotBoxes, EventStore],
      useFactory: (boxes: BallotBoxes, store: EventStore) => new VoteBoxes(boxes, store),
    },
    {
      provide: SittingRecords,
      inject: [EventStore],
      useFactory: (store: EventStore) => new SittingRecords(store),
    },
    {
      provide: BoardsPorts,
      inject: [
        ...[Agreements, Instance, Networks, Partners, Plans, PrivateStore, Transactions],
        ...[VoteBoxes, SittingRecords],
      ],
      useFactory: (...ports: Ports) => {
        const [agreements, instance, networks, partners, plans, ...stores] = ports;
        const [privateStore, transactions, boxes, records] = stores;
        return new BoardsPorts({
          ...{ agreements, instance, networks, partners, plans },
          ...{ privateStore, transactions, boxes, records },
        });
      },
    },
    {
      provide: BoardsRegistry,
      inject: [CommandGateway, Instance, Mandates, Nodes, Processes, Transactions, VoteBoxes],
      useFactory: (...registries: Registries) => {
        const [gateway, instance, mandates, nodes, processes, transactions, boxes] = registries;
        return new BoardsRegistry({
          ...{ gateway, instance, mandates, nodes, processes, transactions, boxes },
        });
      },
    },
    AgendaItemResolver,
    BoardHandler,
    BoardInboxResolver,
    BoardMutations,
    BoardResolver,
    BoardSeatResolver,
    AskedOfBodies,
    BoardsRealm,
    DemandsOfBodies,
    ConditionResolver,
    DecisionContextResolver,
    DecisionHandler,
    DecisionMutations,
    DecisionResolver,
    DecisionSightResolver,
    LaterMutations,
    LaterResolver,
    PlanDecisionsResolver,
    BoardProceduresResolver,
    ProcedureHandler,
    ProcedureMutations,
    ProcedureResolver,
    ProcedureSightResolver,
    Recomputing,
    ...routeProviders,
    RegisterHandler,
    RulebookResolver,
    SittingHandler,
    SittingMutations,
    SittingResolver,
    TieMutations,
    VoteMutations,
    VoterSights,
  ],
  exports: [Decisions],
})
export class BoardsModule implements OnApplicationBootstrap, OnModuleInit {
  constructor(private readonly registry: BoardsRegistry) {}

  /** A server that died between the closing of a vote and the end of its box ends it now. */
  async onApplicationBootstrap(): Promise<void> {
    await destroyBoxesOfEndedVotes(this.registry.parts);
  }

  onModuleInit(): void {
    const { gateway, instance, mandates, nodes, processes, transactions, boxes } =
      this.registry.parts;
    gateway.register(boards, BoardRequest);
    gateway.register(sittings, SittingRequest, discretionOf({ transactions, boxes }));
    gateway.register(procedures, ProcedureRequest, discretionOfReplies({ transactions, boxes }));
    gateway.register(decisions, DecisionRequest);
    gateway.register(registers, RegisterRequest);
    gateway.register(routeDefinitions, RouteDefinitionRequest);
    gateway.register(routes, RouteRequest);
    mandates.register(new SeatMandates(transactions));
    nodes.register('board', 'Board', { table: boardTable, said: ['name', 'nameEn'] });
    nodes.register('sitting', 'Sitting', { table: sittingTable, said: ['place', 'startsOn'] });
    nodes.register('procedure', 'Procedure', { table: procedureTable });
    nodes.register('decision', 'Decision', {
      table: decisionTable,
      said: ['title', 'titleEn', 'number', 'year'],
    });
    nodes.register('routedefinition', 'RouteDefinition', { table: routeDefinitionTable });
    nodes.register('route', 'Route', { table: routeTable });
    processes.register(
      deliberationProcess,
      procedureProcess,
      numberingProcess(() => instance.facts.zone),
      effectProcess,
      supersededTextProcess,
      voteTermProcess,
      rulebookProcess,
      endingProcess,
      seatTerms,
      conditionsProcess,
      ratificationProcess,
      ...routeProcesses,
    );
  }
}
