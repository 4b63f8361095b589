import { Decisions } from '@tavolo/boards';
import { CommandGateway, Instance, Mandates, Transactions } from '@tavolo/command';
import { Nodes } from '@tavolo/graphql';
import { Networks } from '@tavolo/networks';
import { BindingAgreements, Partners } from '@tavolo/partners';
import { Plans } from '@tavolo/plans';
import { PrivateStore } from '@tavolo/private-store';
import { Claims, Processes } from '@tavolo/process';
import { readingOf } from '@tavolo/reading';
import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AgreementPartyResolver } from './adapters/graphql/agreement-party.resolver.js';
import { ProtocolEntryResolver } from './adapters/graphql/agreement-party.resolver.js';
import { RecordedAfterwardsResolver } from './adapters/graphql/agreement-party.resolver.js';
import { AgreementEndingMutations } from './adapters/graphql/agreement-ending.mutations.js';
import { AgreementLifecycleMutations } from './adapters/graphql/agreement-lifecycle.mutations.js';
import { AgreementSender } from './adapters/graphql/agreement-sender.js';
import { AgreementVersionPartyResolver } from './adapters/graphql/agreement-version.resolvers.js';
import { AgreementVersionResolver } from './adapters/graphql/agreement-version.resolvers.js';
import { AgreementVersionsResolver } from './adapters/graphql/agreement-version.resolvers.js';
import { AmendmentChangeResolver } from './adapters/graphql/agreement-version.resolvers.js';
import { AmendmentMutations } from './adapters/graphql/amendment.mutations.js';
import { AgreementMutations } from './adapters/graphql/agreement.mutations.js';
import { AgreementResolver } from './adapters/graphql/agreement.resolver.js';
import { NetworkAgreementsResolver } from './adapters/graphql/agreements-of.resolvers.js';
import { PartnerAgreementsResolver } from './adapters/graphql/agreements-of.resolvers.js';
import { PlanAgreementsResolver } from './adapters/graphql/agreements-of.resolvers.js';
import { RecordingMutations } from './adapters/graphql/recording.mutations.js';
import { agreementsReading } from './adapters/graphql/agreements.reading.js';
import { AgreementGrounds } from './application/agreement.grounds.js';
import { AgreementHandler } from './application/agreement.handler.js';
import { AgreementRequest } from './application/agreement.request.js';
import { AgreementsRealm } from './application/agreements.realm.js';
import { StreamedAgreements } from './application/agreements.js';
import { agreements, ledgers } from './application/aggregates.js';
import { StreamedBindingAgreements } from './application/binding-agreements.js';
import { cascadeEnd } from './application/cascade-end.process.js';
import { completionProcess } from './application/completion.process.js';
import { partyInvolvement } from './application/involvement.process.js';
import { LedgerHandler, LedgerRequest } from './application/ledger.handler.js';
import { reservationProcess } from './application/reservation.process.js';
import { termProcess } from './application/term.process.js';
import { Agreements } from './contract/index.js';
import { agreementPartyTable, agreementTable } from './read-model/agreement.rows.js';

type Ports = readonly [
  ...[Claims, Decisions, Instance, Mandates, Networks],
  ...[Partners, Plans, PrivateStore, Transactions],
];

@Global()
@Module({
  providers: [
    readingOf(agreementsReading),
    { provide: Agreements, useClass: StreamedAgreements },
    { provide: BindingAgreements, useClass: StreamedBindingAgreements },
    {
      provide: AgreementGrounds,
      inject: [
        ...[Claims, Decisions, Instance, Mandates, Networks],
        ...[Partners, Plans, PrivateStore, Transactions],
      ],
      useFactory: (...ports: Ports) => {
        const [claims, decisions, instance, mandates, networks, ...others] = ports;
        const [partners, plans, privateStore, transactions] = others;
        return new AgreementGrounds({
          ...{ claims, decisions, instance, mandates, networks, partners, plans },
          ...{ privateStore, transactions },
        });
      },
    },
    AgreementEndingMutations,
    AgreementHandler,
    AgreementLifecycleMutations,
    AgreementSender,
    AgreementsRealm,
    AgreementVersionPartyResolver,
    AgreementVersionResolver,
    AgreementVersionsResolver,
    AmendmentChangeResolver,
    AmendmentMutations,
    AgreementMutations,
    AgreementPartyResolver,
    AgreementResolver,
    LedgerHandler,
    NetworkAgreementsResolver,
    PartnerAgreementsResolver,
    PlanAgreementsResolver,
    ProtocolEntryResolver,
    RecordedAfterwardsResolver,
    RecordingMutations,
  ],
  exports: [Agreements, BindingAgreements],
})
export class AgreementsModule implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly nodes: Nodes,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.gateway.register(agreements, AgreementRequest);
    this.gateway.register(ledgers, LedgerRequest);
    const parties = { name: 'parties', table: agreementPartyTable, column: 'agreement' } as const;
    this.nodes.register('agreement', 'Agreement', {
      table: agreementTable,
      parts: [parties],
      said: ['title', 'titleEn'],
    });
    this.processes.register(reservationProcess, completionProcess, termProcess, partyInvolvement);
    this.processes.register(cascadeEnd);
  }
}
