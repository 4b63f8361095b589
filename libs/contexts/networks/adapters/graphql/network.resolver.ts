import { AtMoment, Nodes, PageArgs } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import { Plan } from '../../../plans/adapters/graphql/plan.types.js';
import { memberTable, networkTable } from '../../read-model/network.projection.js';
import type { MemberRow, NetworkRow } from '../../read-model/network.projection.js';
import {
  Membership,
  Network,
  NetworkConnection,
  NetworkLevelEnum,
  NetworkStatusEnum,
} from './network.types.js';

@ArgsType()
class NetworksArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this plan.' })
  readonly plan?: string | null;

  @IsOptional()
  @Field(() => NetworkLevelEnum, { nullable: true, description: 'Only of this tier.' })
  readonly level?: string | null;

  @IsOptional()
  @Field(() => NetworkStatusEnum, { nullable: true, description: 'Only in this state.' })
  readonly status?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only nested in this network.' })
  readonly parent?: string | null;
}

type Found = At<{ readonly id: string }> | null;

/** Networks, one or a list, and what they lead to. */
@Resolver(() => Network)
export class NetworkResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Network, { nullable: true, description: 'One network (rete).' })
  network(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<NetworkRow> | null> {
    return this.nodes.one(networkTable, { id, at, context });
  }

  @Query(() => NetworkConnection, { description: 'The networks, by title (reti).' })
  networks(
    @Args() { plan, level, status, parent, ...page }: NetworksArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<NetworkRow>> {
    const where = {
      ...(plan && { plan: [plan] }),
      ...(level && { level: [level] }),
      ...(status && { status: [status] }),
      ...(parent && { parent: [parent] }),
    };
    return this.nodes.page(networkTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => Plan, { nullable: true, description: 'Its plan (piano).' })
  plan(
    @Parent() { plan, moment }: At<NetworkRow>,
    @Context() context: RequestContext,
  ): Promise<Found> {
    return this.nodes.any(plan, moment, context);
  }

  @ResolveField(() => Partner, {
    nullable: true,
    description: 'The lead (capofila); null between two leads of a proposed network.',
  })
  lead(
    @Parent() { lead, moment }: At<NetworkRow>,
    @Context() context: RequestContext,
  ): Promise<Found> {
    return lead === null ? Promise.resolve(null) : this.nodes.any(lead, moment, context);
  }

  @ResolveField(() => ID, { nullable: true, description: 'The agreement it is active by.' })
  activeBy(@Parent() { agreement }: NetworkRow): string | null {
    return agreement;
  }

  @ResolveField(() => [Membership], { description: 'Its members, the lead first (membri).' })
  members(
    @Parent() { id: value, moment: at }: At<NetworkRow>,
    @Context() context: RequestContext,
  ): Promise<readonly At<MemberRow>[]> {
    return this.nodes.related(memberTable, 'network', { value, at, context });
  }

  @ResolveField(() => Network, { nullable: true, description: 'The network above (superiore).' })
  parent(
    @Parent() { parent, moment }: At<NetworkRow>,
    @Context() context: RequestContext,
  ): Promise<At<NetworkRow> | null> {
    return this.#network(parent, moment, context);
  }

  @ResolveField(() => [Network], { description: 'The networks nested in it (reti nidificate).' })
  children(
    @Parent() { id: value, moment: at }: At<NetworkRow>,
    @Context() context: RequestContext,
  ): Promise<readonly At<NetworkRow>[]> {
    return this.nodes.related(networkTable, 'parent', { value, at, context });
  }

  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network that it was merged into (fusione).',
  })
  mergedInto(
    @Parent() { mergedInto, moment }: At<NetworkRow>,
    @Context() context: RequestContext,
  ): Promise<At<NetworkRow> | null> {
    return this.#network(mergedInto, moment, context);
  }

  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network that it came out of (divisione).',
  })
  splitFrom(
    @Parent() { splitFrom, moment }: At<NetworkRow>,
    @Context() context: RequestContext,
  ): Promise<At<NetworkRow> | null> {
    return this.#network(splitFrom, moment, context);
  }

  #network(id: string | null, at: Moment, context: RequestContext): Promise<At<NetworkRow> | null> {
    return id === null ? Promise.resolve(null) : this.nodes.one(networkTable, { id, at, context });
  }
}
