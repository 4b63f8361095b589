import { CommandGateway } from '@tavolo/command';
import { Nodes } from '@tavolo/graphql';
import { Processes } from '@tavolo/process';
import { readingOf } from '@tavolo/reading';
import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import {
  MembershipResolver,
  PartnerMembershipsResolver,
  PlanNetworksResolver,
} from './adapters/graphql/memberships.resolvers.js';
import { LaterNetworkMutations } from './adapters/graphql/later.mutations.js';
import { NetworkMutations } from './adapters/graphql/network.mutations.js';
import { NetworkResolver } from './adapters/graphql/network.resolver.js';
import { TreeMutations } from './adapters/graphql/tree.mutations.js';
import { networksReading } from './adapters/graphql/networks.reading.js';
import { networks, trees } from './application/aggregates.js';
import { invitationExpiry } from './application/invitation-expiry.process.js';
import { memberInvolvement } from './application/member-involvement.process.js';
import { memberStanding } from './application/member-standing.process.js';
import { networkActivation } from './application/network-activation.process.js';
import { NetworkGrounds } from './application/network.grounds.js';
import { NetworkHandler, NetworkRequest } from './application/network.handler.js';
import { networkMerging } from './application/network-merging.process.js';
import { networkRemoval } from './application/network-removal.process.js';
import { networkStandstill } from './application/network-standstill.process.js';
import { NetworkTies } from './application/network.ties.js';
import { NetworksRealm } from './application/networks.realm.js';
import { StreamedNetworks } from './application/networks.js';
import { SplitParts } from './application/split.parts.js';
import { TreeHandler, TreeRequest } from './application/tree.handler.js';
import { Networks } from './contract/index.js';
import { memberTable, networkTable } from './read-model/network.projection.js';

/** Networks and the trees they form; answers for `Networks` everywhere. */
@Global()
@Module({
  providers: [
    readingOf(networksReading),
    { provide: Networks, useClass: StreamedNetworks },
    LaterNetworkMutations,
    MembershipResolver,
    NetworkGrounds,
    NetworkHandler,
    NetworkMutations,
    NetworkResolver,
    NetworksRealm,
    NetworkTies,
    PartnerMembershipsResolver,
    PlanNetworksResolver,
    SplitParts,
    TreeHandler,
    TreeMutations,
  ],
  exports: [Networks],
})
export class NetworksModule implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly nodes: Nodes,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.gateway.register(networks, NetworkRequest);
    this.gateway.register(trees, TreeRequest);
    const members = { name: 'members', table: memberTable, column: 'network' } as const;
    this.nodes.register('network', 'Network', {
      table: networkTable,
      parts: [members],
      said: ['title', 'titleEn'],
    });
    this.processes.register(invitationExpiry);
    this.processes.register(memberInvolvement);
    this.processes.register(memberStanding);
    this.processes.register(networkActivation);
    this.processes.register(networkRemoval);
    this.processes.register(networkMerging);
    this.processes.register(networkStandstill);
  }
}
