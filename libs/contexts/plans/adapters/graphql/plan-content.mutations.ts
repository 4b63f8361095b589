import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AddActionInput,
  AddBudgetLineInput,
  AddInterventionInput,
  AllocateToPartnerInput,
  AssignOwnerInput,
  DefineIndicatorInput,
  LinkTargetGroupInput,
  ReviseSectionInput,
  ScheduleMilestoneInput,
} from './plan-content.inputs.js';
import { SetTargetInput } from './set-target.input.js';
import { PlanCommands } from './plan.commands.js';
import { PlanResult } from './plan.types.js';

@Resolver()
export class PlanContentMutations {
  constructor(private readonly plans: PlanCommands) {}

  @Mutation(() => PlanResult, { description: 'Writes a section of the text (sezione).' })
  reviseSection(
    @Args('input') input: ReviseSectionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ReviseSection', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Adds a line of action (azione).' })
  addAction(
    @Args('input') input: AddActionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AddAction', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Says whom an action is for (destinatari).' })
  linkTargetGroup(
    @Args('input') input: LinkTargetGroupInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('LinkTargetGroup', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Says what an action is measured by (indicatore).' })
  defineIndicator(
    @Args('input') input: DefineIndicatorInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('DefineIndicator', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Sets what an indicator aims at (valore obiettivo).' })
  setTarget(
    @Args('input') input: SetTargetInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('SetTarget', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Adds an intervention (intervento).' })
  addIntervention(
    @Args('input') input: AddInterventionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AddIntervention', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'Makes a partner answer for an intervention (responsabile).',
  })
  assignOwner(
    @Args('input') input: AssignOwnerInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AssignOwner', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Adds a budget line (voce di costo).' })
  addBudgetLine(
    @Args('input') input: AddBudgetLineInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AddBudgetLine', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Sets the share of a partner in a line (quota).' })
  allocateToPartner(
    @Args('input') input: AllocateToPartnerInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AllocateToPartner', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Sets a point in the time of a plan (tappa).' })
  scheduleMilestone(
    @Args('input') input: ScheduleMilestoneInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ScheduleMilestone', input, context);
  }
}
