import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AcceptInvitationInput,
  AdmitMemberInput,
  AssignRoleInput,
  ConstituteNetworkInput,
  DeclineInvitationInput,
  InviteMemberInput,
  ProposeNetworkInput,
} from './network.inputs.js';
import { NetworkResult } from './network.types.js';

/** The commands on a network that a person gives; activation is of a process (N-3). */
@Resolver()
export class NetworkMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => NetworkResult, { description: 'Proposes a network (proposta di rete).' })
  proposeNetwork(
    @Args('input') input: ProposeNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { ...onNetwork, type: 'ProposeNetwork', target: null, input };
    return this.mutations.send(sent, context);
  }

  @Mutation(() => NetworkResult, { description: 'Invites a partner (invito).' })
  inviteMember(
    @Args('input') input: InviteMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('InviteMember', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Accepts an invitation (adesione).' })
  acceptInvitation(
    @Args('input') input: AcceptInvitationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AcceptInvitation', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Declines an invitation (rifiuto).' })
  declineInvitation(
    @Args('input') input: DeclineInvitationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DeclineInvitation', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Admits a member (ammissione).' })
  admitMember(
    @Args('input') input: AdmitMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AdmitMember', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Gives a member another role (ruolo).' })
  assignRole(
    @Args('input') input: AssignRoleInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AssignRole', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Constitutes a network (costituzione).' })
  constituteNetwork(
    @Args('input') input: ConstituteNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ConstituteNetwork', input, context);
  }

  #send(
    type: string,
    { network: target, ...input }: { readonly network: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...onNetwork, type, target, input }, context);
  }
}

const onNetwork = { aggregate: 'network', field: 'network' } as const;
