import { Nodes } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import { Plan } from '../../../plans/adapters/graphql/plan.types.js';
import { memberTable, networkTable } from '../../read-model/network.projection.js';
import type { MemberRow, NetworkRow } from '../../read-model/network.projection.js';
import { Membership, Network } from './network.types.js';

type Owner = At<{ readonly id: string }>;

/** The two ends of a membership. */
@Resolver(() => Membership)
export class MembershipResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Partner, { nullable: true, description: 'The partner.' })
  partner(
    @Parent() { partner, moment }: At<MemberRow>,
    @Context() context: RequestContext,
  ): Promise<Owner | null> {
    return this.nodes.any(partner, moment, context);
  }

  @ResolveField(() => Network, { nullable: true, description: 'The network (rete).' })
  network(
    @Parent() { network: id, moment: at }: At<MemberRow>,
    @Context() context: RequestContext,
  ): Promise<At<NetworkRow> | null> {
    return this.nodes.one(networkTable, { id, at, context });
  }
}

/** What networks add to a partner. */
@Resolver(() => Partner)
export class PartnerMembershipsResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => [Membership], { description: 'Its places in networks (reti).' })
  memberships(
    @Parent() { id: value, moment: at }: Owner,
    @Context() context: RequestContext,
  ): Promise<readonly At<MemberRow>[]> {
    return this.nodes.related(memberTable, 'partner', { value, at, context });
  }
}

/** What networks add to a plan. */
@Resolver(() => Plan)
export class PlanNetworksResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => [Network], { description: 'All its networks, by title (reti).' })
  networks(
    @Parent() { id: value, moment: at }: Owner,
    @Context() context: RequestContext,
  ): Promise<readonly At<NetworkRow>[]> {
    return this.nodes.related(networkTable, 'plan', { value, at, context });
  }

  @ResolveField(() => Network, {
    nullable: true,
    description: 'The regional network, which answers the call (rete regionale).',
  })
  async network(
    @Parent() { id: value, moment: at }: Owner,
    @Context() context: RequestContext,
  ): Promise<At<NetworkRow> | null> {
    const found = await this.nodes.related(networkTable, 'plan', { value, at, context });
    return found.find(({ level, parent }) => level === 'region' && parent === null) ?? null;
  }
}
