import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { PlanId } from '@tavolo/plans';
import { treeOf } from '../../application/tree.handler.js';
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
    return this.#send('DefineTerritory', input, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Nests a network in another one (rete superiore).',
  })
  linkParentNetwork(
    @Args('input') input: LinkParentNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('LinkParentNetwork', input, context);
  }

  #send(
    type: string,
    { plan, ...input }: { readonly plan: string; readonly network: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    const target = treeOf(plan as PlanId);
    const shown = { field: 'network', shows: input.network };
    return this.mutations.send({ aggregate: 'tree', type, target, input, ...shown }, context);
  }
}
