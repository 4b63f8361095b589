import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AppointProcedureOfficerInput,
  ApprovePlanInput,
  CompletePlanInput,
  ConsolidateDraftInput,
  EndInterventionInput,
  InitiatePlanInput,
  RecordIndicatorValueInput,
  RecordStrengthInput,
  StartExecutionInput,
  SubmitPlanInput,
  ValidatePlanInput,
} from './plan.inputs.js';
import { PlanCommands, resting } from './plan.commands.js';
import { PlanResult } from './plan.types.js';

@Resolver()
export class PlanMutations {
  constructor(private readonly plans: PlanCommands) {}

  @Mutation(() => PlanResult, { description: 'Begins a plan (avvio del piano).' })
  initiatePlan(
    @Args('input') input: InitiatePlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('InitiatePlan', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Names the procedure officer (responsabile).' })
  appointProcedureOfficer(
    @Args('input') input: AppointProcedureOfficerInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('AppointProcedureOfficer', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'Freezes the content as a document (consolidamento).',
  })
  consolidateDraft(
    @Args('input') input: ConsolidateDraftInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ConsolidateDraft', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Finds a version complete (validazione).' })
  validatePlan(
    @Args('input') input: ValidatePlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ValidatePlan', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Sends the adopted text to the authority (invio).' })
  submitPlan(
    @Args('input') input: SubmitPlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('SubmitPlan', resting(input, input.sha256), context);
  }

  @Mutation(() => PlanResult, { description: 'Records the authority’s approval (approvazione).' })
  approvePlan(
    @Args('input') input: ApprovePlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ApprovePlan', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Records from when interventions run (avvio dell’esecuzione).',
  })
  startExecution(
    @Args('input') input: StartExecutionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('StartExecution', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Records what was reached so far (valore rilevato).' })
  recordIndicatorValue(
    @Args('input') input: RecordIndicatorValueInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RecordIndicatorValue', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Records that an intervention ended (conclusione).' })
  endIntervention(
    @Args('input') input: EndInterventionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('EndIntervention', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Records what went well (punto di forza).' })
  recordStrength(
    @Args('input') input: RecordStrengthInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RecordStrength', input, context);
  }

  @Mutation(() => PlanResult, { description: 'Completes a plan (conclusione del piano).' })
  completePlan(
    @Args('input') input: CompletePlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('CompletePlan', input, context);
  }
}
