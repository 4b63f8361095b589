import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AcceptContributionInput,
  ApproveSessionMinutesInput,
  CloseTableInput,
  HoldSessionInput,
  OpenTableInput,
  ProposeContributionInput,
  RejectContributionInput,
} from './co-design.inputs.js';
import { PlanCommands, resting } from './plan.commands.js';
import { PlanResult } from './plan.types.js';

@Resolver()
export class CoDesignMutations {
  constructor(private readonly plans: PlanCommands) {}

  @Mutation(() => PlanResult, { description: 'Opens a table of co-design (apertura del tavolo).' })
  openTable(
    @Args('input') input: OpenTableInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('OpenTable', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Records that a table sat (seduta del tavolo).' })
  holdSession(
    @Args('input') input: HoldSessionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('HoldSession', resting(input, input.minutes), context);
  }

  @Mutation(() => PlanResult, { description: 'Approves minutes of a table (verbale).' })
  approveSessionMinutes(
    @Args('input') input: ApproveSessionMinutesInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ApproveSessionMinutes', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Proposes a change (contributo).' })
  proposeContribution(
    @Args('input') input: ProposeContributionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ProposeContribution', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Accepts a contribution, with a reason (accoglimento).',
  })
  acceptContribution(
    @Args('input') input: AcceptContributionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AcceptContribution', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Rejects a contribution, with a reason (rigetto).' })
  rejectContribution(
    @Args('input') input: RejectContributionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RejectContribution', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Closes a table (chiusura del tavolo).' })
  closeTable(
    @Args('input') input: CloseTableInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('CloseTable', input, context);
  }
}
