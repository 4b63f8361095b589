import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AssessExtensionInput,
  AssessRemodulationInput,
  AuthoriseExtensionInput,
  AuthoriseRemodulationInput,
  DraftRemodulationInput,
  GrantNoCostExtensionInput,
  RefuseExtensionInput,
  RefuseRemodulationInput,
  RequestExtensionInput,
  RequestRemodulationInput,
  RevokeFundingInput,
  WithdrawRemodulationInput,
} from './plan-change.inputs.js';
import { PlanCommands, resting } from './plan.commands.js';
import { PlanResult } from './plan.types.js';

@Resolver()
export class PlanChangeMutations {
  constructor(private readonly plans: PlanCommands) {}

  @Mutation(() => PlanResult, {
    description:
      'Works out a shift between lines and shares; the total stays (PL-9, rimodulazione).',
  })
  draftRemodulation(
    @Args('input') input: DraftRemodulationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('DraftRemodulation', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'Puts it to the authority; under the threshold of the call, as a notice (PL-9).',
  })
  requestRemodulation(
    @Args('input') input: RequestRemodulationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RequestRemodulation', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Begins to examine a remodulation (istruttoria).' })
  assessRemodulation(
    @Args('input') input: AssessRemodulationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AssessRemodulation', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Authorises a remodulation (autorizzazione).' })
  authoriseRemodulation(
    @Args('input') input: AuthoriseRemodulationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AuthoriseRemodulation', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, { description: 'Refuses a remodulation (diniego).' })
  refuseRemodulation(
    @Args('input') input: RefuseRemodulationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RefuseRemodulation', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, { description: 'Gives a remodulation up (ritiro).' })
  withdrawRemodulation(
    @Args('input') input: WithdrawRemodulationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('WithdrawRemodulation', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'Asks for a later end; a costed one for more money too (PL-10, proroga).',
  })
  requestExtension(
    @Args('input') input: RequestExtensionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RequestExtension', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Begins to examine an extension (istruttoria).' })
  assessExtension(
    @Args('input') input: AssessExtensionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AssessExtension', input, context);
  }

  @Mutation(() => PlanResult, {
    description:
      'Gives a costed extension its funding decision; it stays pending until amendment and increase are there (PL-10).',
  })
  authoriseExtension(
    @Args('input') input: AuthoriseExtensionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AuthoriseExtension', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Refuses an extension (diniego).' })
  refuseExtension(
    @Args('input') input: RefuseExtensionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RefuseExtension', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Grants a later end by an effective decision (proroga non onerosa).',
  })
  grantNoCostExtension(
    @Args('input') input: GrantNoCostExtensionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('GrantNoCostExtension', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'Takes funding back, whole or from these lines (revoca).',
  })
  revokeFunding(
    @Args('input') input: RevokeFundingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RevokeFunding', resting(input, input.document), context);
  }
}
