import { CommandGateway } from '@tavolo/command';
import { Nodes } from '@tavolo/graphql';
import { Processes } from '@tavolo/process';
import { readingOf } from '@tavolo/reading';
import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PartnerMutations } from './adapters/graphql/partner.mutations.js';
import { PartnerResolver } from './adapters/graphql/partner.resolver.js';
import { StandingMutations } from './adapters/graphql/standing.mutations.js';
import { InvolvementHandler, InvolvementRequest } from './application/involvement.handler.js';
import { involvements, StreamedInvolvements } from './application/involvement.handler.js';
import { partnerRegistration } from './application/partner-registration.process.js';
import { partnerTerms } from './application/partner-terms.process.js';
import { TaxCodeResolver } from './adapters/graphql/tax-code.resolver.js';
import { partnersReading } from './adapters/graphql/partners.reading.js';
import { PartnerGrounds } from './application/partner.grounds.js';
import { PartnerHandler, PartnerRequest, partners } from './application/partner.handler.js';
import { PartnerMandates } from './application/partner.mandates.js';
import { PartnerTies } from './application/partner.ties.js';
import { PartnersRealm } from './application/partners.realm.js';
import { StreamedPartners } from './application/partners.js';
import { succession } from './application/succession.process.js';
import { taxCodeRelease } from './application/tax-code-release.process.js';
import { Involvements, Partners } from './contract/index.js';
import { partnerTable } from './read-model/partner.projection.js';

/** Partners and the mandates they give; answers for `Partners` everywhere. */
@Global()
@Module({
  providers: [
    readingOf(partnersReading),
    { provide: Involvements, useClass: StreamedInvolvements },
    InvolvementHandler,
    { provide: Partners, useClass: StreamedPartners },
    PartnerGrounds,
    TaxCodeResolver,
    PartnerHandler,
    PartnerMandates,
    PartnerMutations,
    PartnerResolver,
    PartnersRealm,
    PartnerTies,
    StandingMutations,
  ],
  exports: [Involvements, Partners],
})
export class PartnersModule implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly nodes: Nodes,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.gateway.register(partners, PartnerRequest);
    this.gateway.register(involvements, InvolvementRequest);
    this.nodes.register('partner', 'Partner', { table: partnerTable, said: ['name'] });
    this.processes.register(partnerRegistration);
    this.processes.register(succession);
    this.processes.register(taxCodeRelease);
    this.processes.register(partnerTerms);
  }
}
