import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { PlanId } from '@tavolo/plans';
import { treeOf } from '../../application/aggregates.js';
import { MergeNetworksInput, SplitNetworkInput } from './later.inputs.js';
import { DefineTerritoryInput, LinkParentNetworkInput } from './network.inputs.js';
import { NetworkResult } from './network.types.js';

type Sent = Readonly<{ type: string; shows: string; input: { readonly plan: string } }>;

/** Commands on the tree of a plan's networks; they show the network that they place. */
@Resolver()
export class TreeMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => NetworkResult, { description: 'Says what a network covers (territorio).' })
  defineTerritory(
    @Args('input') input: DefineTerritoryInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send({ type: 'DefineTerritory', shows: input.network, input }, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Nests a network in another one (rete superiore).',
  })
  linkParentNetwork(
    @Args('input') input: LinkParentNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send({ type: 'LinkParentNetwork', shows: input.network, input }, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Merges a network into another one, which it shows (fusione).',
  })
  mergeNetworks(
    @Args('input') input: MergeNetworksInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send({ type: 'MergeNetworks', shows: input.into, input }, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Splits a network, and shows it; the new one is the `createdId` (divisione).',
  })
  splitNetwork(
    @Args('input') input: SplitNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send({ type: 'SplitNetwork', shows: input.network, input }, context);
  }

  #send(
    { type, shows, input: { plan, ...input } }: Sent,
    context: RequestContext,
  ): Promise<CommandResult> {
    const target = treeOf(plan as PlanId);
    const shown = { field: 'network', shows };
    return this.mutations.send({ aggregate: 'tree', type, target, input, ...shown }, context);
  }
}
