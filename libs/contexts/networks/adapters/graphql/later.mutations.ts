import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  DissolveNetworkInput,
  ExpelMemberInput,
  ReinstateMemberInput,
  ReleaseMemberInput,
  ReplaceLeadInput,
  RequestExitInput,
  ResumeNetworkInput,
  RevokeInvitationInput,
  StartDissolutionInput,
  SuspendMemberInput,
  SuspendNetworkInput,
} from './later.inputs.js';
import { NetworkResult } from './network.types.js';

/** The commands on a network that is formed; that an invitation expired a timer says. */
@Resolver()
export class LaterNetworkMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => NetworkResult, { description: 'Takes an invitation back (revoca).' })
  revokeInvitation(
    @Args('input') input: RevokeInvitationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RevokeInvitation', input, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Puts another member in the place of the lead (cambio del capofila).',
  })
  replaceLead(
    @Args('input') input: ReplaceLeadInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReplaceLead', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Suspends a member (sospensione).' })
  suspendMember(
    @Args('input') input: SuspendMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('SuspendMember', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Ends the suspension of a member (riammissione).' })
  reinstateMember(
    @Args('input') input: ReinstateMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReinstateMember', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Asks to leave a network (richiesta di uscita).' })
  requestExit(
    @Args('input') input: RequestExitInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RequestExit', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Lets a member go (uscita).' })
  releaseMember(
    @Args('input') input: ReleaseMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReleaseMember', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Puts a member out (esclusione).' })
  expelMember(
    @Args('input') input: ExpelMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ExpelMember', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Suspends a network (sospensione).' })
  suspendNetwork(
    @Args('input') input: SuspendNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('SuspendNetwork', input, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Makes a suspended network active again (ripresa).',
  })
  resumeNetwork(
    @Args('input') input: ResumeNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ResumeNetwork', input, context);
  }

  @Mutation(() => NetworkResult, {
    description: 'Begins a dissolution (avvio dello scioglimento).',
  })
  startDissolution(
    @Args('input') input: StartDissolutionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('StartDissolution', input, context);
  }

  @Mutation(() => NetworkResult, { description: 'Dissolves a network (scioglimento).' })
  dissolveNetwork(
    @Args('input') input: DissolveNetworkInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DissolveNetwork', input, context);
  }

  #send(
    type: string,
    { network: target, ...input }: { readonly network: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { aggregate: 'network', field: 'network', type, target, input };
    return this.mutations.send(sent, context);
  }
}
