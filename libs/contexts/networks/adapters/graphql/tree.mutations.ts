import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { PlanId } from '@tavolo/plans';
import { treeOf } from '../../application/aggregates.js';
import { MergeNetworksInput, SplitNetworkInput } from './later.inputs.js';
import { DefineTerritoryInput, LinkParentNetworkInput } from './network.inputs.js';
import { NetworkResult } from './network.types.js';

/** Commands on the tree of a plan's networks; they show the network that they place. */
@Resolver()
export class TreeMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => NetworkResult, { description: 'Says what a network covers (territorio).' })
  defineTerritory(
    @Args('input') input: DefineTerritoryInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DefineTerritory', { ...input, shows: input.network }, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Nests a network in another one (rete superiore).',
  })
  linkParentNetwork(
    @Args('input') input: LinkParentNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('LinkParentNetwork', { ...input, shows: input.network }, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Merges a network into another one, which it shows (fusione).',
  })
  mergeNetworks(
    @Args('input') input: MergeNetworksInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('MergeNetworks', { ...input, shows: input.into }, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Splits a network, and shows it; the new one is the `createdId` (divisione).',
  })
  splitNetwork(
    @Args('input') input: SplitNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('SplitNetwork', { ...input, shows: input.network }, context);
  }

  #send(
    type: string,
    { plan, shows, ...input }: { readonly plan: string; readonly shows: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    const target = treeOf(plan as PlanId);
    const shown = { field: 'network', shows };
    return this.mutations.send({ aggregate: 'tree', type, target, input, ...shown }, context);
  }
}
