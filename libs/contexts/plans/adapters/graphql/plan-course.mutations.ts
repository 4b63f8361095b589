import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  CancelInterventionInput,
  CloseCoProgrammingInput,
  CloseEvaluationFindingInput,
  ClosePlanInput,
  CorrectIndicatorValueInput,
  EndorsePlanInput,
  ProvideIntegrationInput,
  RecordEvaluationFindingInput,
  RecordNeedInput,
  RejectPlanInput,
  ReopenTableInput,
  ReportProgressInput,
  RequestIntegrationInput,
  ReserveListPlanInput,
  ResumePlanInput,
  StartAppraisalInput,
  SubmitFinalReportInput,
  SuspendPlanInput,
} from './plan-course.inputs.js';
import { PlanCommands, resting } from './plan.commands.js';
import { PlanResult } from './plan.types.js';

@Resolver()
export class PlanCourseMutations {
  constructor(private readonly plans: PlanCommands) {}

  @Mutation(() => PlanResult, {
    description: 'Records a need of the territory, in co-programming (bisogno).',
  })
  recordNeed(
    @Args('input') input: RecordNeedInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RecordNeed', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'Concludes co-programming with its document (esito della co-programmazione).',
  })
  closeCoProgramming(
    @Args('input') input: CloseCoProgrammingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('CloseCoProgramming', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Lets a closed table sit again (riapertura del tavolo).',
  })
  reopenTable(
    @Args('input') input: ReopenTableInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ReopenTable', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'A partner stands behind a version, by a mandate of its own (adesione al testo).',
  })
  endorsePlan(
    @Args('input') input: EndorsePlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('EndorsePlan', resting(input, input.sha256), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Begins to examine a submitted plan (istruttoria).',
  })
  startAppraisal(
    @Args('input') input: StartAppraisalInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('StartAppraisal', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'Asks the lead for more (richiesta di integrazioni).',
  })
  requestIntegration(
    @Args('input') input: RequestIntegrationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RequestIntegration', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Answers a request for integration (integrazione).',
  })
  provideIntegration(
    @Args('input') input: ProvideIntegrationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ProvideIntegration', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, { description: 'Turns a plan down (rigetto).' })
  rejectPlan(
    @Args('input') input: RejectPlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RejectPlan', resting(input, input.sha256), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Puts a plan on the reserve list (graduatoria di riserva).',
  })
  reserveListPlan(
    @Args('input') input: ReserveListPlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ReserveListPlan', resting(input, input.sha256), context);
  }

  @Mutation(() => PlanResult, { description: 'Stops execution (sospensione).' })
  suspendPlan(
    @Args('input') input: SuspendPlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('SuspendPlan', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Lets execution go on (ripresa).',
  })
  resumePlan(
    @Args('input') input: ResumePlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ResumePlan', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Tells progress up to a day (relazione di avanzamento).',
  })
  reportProgress(
    @Args('input') input: ReportProgressInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ReportProgress', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Sets a recorded value right; the first stays readable (PL-12, rettifica).',
  })
  correctIndicatorValue(
    @Args('input') input: CorrectIndicatorValueInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('CorrectIndicatorValue', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'Records what an evaluation found to be mended (rilievo).',
  })
  recordEvaluationFinding(
    @Args('input') input: RecordEvaluationFindingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('RecordEvaluationFinding', input, context);
  }

  @Mutation(() => PlanResult, {
    description: 'Says that a finding was followed up (chiusura del rilievo).',
  })
  closeEvaluationFinding(
    @Args('input') input: CloseEvaluationFindingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('CloseEvaluationFinding', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Drops an intervention that has not begun (PL-13, annullamento dell’intervento).',
  })
  cancelIntervention(
    @Args('input') input: CancelInterventionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('CancelIntervention', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Sends the final report (relazione finale).',
  })
  submitFinalReport(
    @Args('input') input: SubmitFinalReportInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('SubmitFinalReport', resting(input, input.document), context);
  }

  @Mutation(() => PlanResult, {
    description: 'Closes a plan (PL-13, chiusura).',
  })
  closePlan(
    @Args('input') input: ClosePlanInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.plans.send('ClosePlan', resting(input, input.document), context);
  }
}
