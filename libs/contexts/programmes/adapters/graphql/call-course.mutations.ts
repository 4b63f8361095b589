import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AnnulCallInput,
  ApproveRankingInput,
  AwardFundingInput,
  ConcludeCallInput,
  IncreaseAssignmentInput,
  IncreaseCallBudgetInput,
  ReduceAssignmentInput,
  ResumeCallInput,
  ScrollReserveListInput,
  StartEvaluationInput,
  StartImplementationInput,
  SuspendCallInput,
  WithdrawCallInput,
} from './call-course.inputs.js';
import { CallResult } from './call.types.js';

@Resolver()
export class CallCourseMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => CallResult, { description: 'Takes a call back before any assignment (ritiro).' })
  withdrawCall(
    @Args('input') input: WithdrawCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('WithdrawCall', input, context);
  }

  @Mutation(() => CallResult, { description: 'Records that a call is void (annullamento).' })
  annulCall(
    @Args('input') input: AnnulCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AnnulCall', input, context);
  }

  @Mutation(() => CallResult, { description: 'Lets a call rest (sospensione).' })
  suspendCall(
    @Args('input') input: SuspendCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('SuspendCall', input, context);
  }

  @Mutation(() => CallResult, { description: 'Lets a suspended call go on (ripresa).' })
  resumeCall(
    @Args('input') input: ResumeCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ResumeCall', input, context);
  }

  @Mutation(() => CallResult, { description: 'Begins the evaluation (valutazione).' })
  startEvaluation(
    @Args('input') input: StartEvaluationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('StartEvaluation', input, context);
  }

  @Mutation(() => CallResult, { description: 'Approves the ranking of plans (graduatoria).' })
  approveRanking(
    @Args('input') input: ApproveRankingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ApproveRanking', input, context);
  }

  @Mutation(() => CallResult, {
    description: 'Decides that what is admitted is financed (ammissione a finanziamento).',
  })
  awardFunding(
    @Args('input') input: AwardFundingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AwardFunding', input, context);
  }

  @Mutation(() => CallResult, {
    description: 'Admits the first of the reserve list (scorrimento).',
  })
  scrollReserveList(
    @Args('input') input: ScrollReserveListInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ScrollReserveList', input, context);
  }

  @Mutation(() => CallResult, { description: 'Records that plans run (attuazione).' })
  startImplementation(
    @Args('input') input: StartImplementationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('StartImplementation', input, context);
  }

  @Mutation(() => CallResult, {
    description: 'Ends a call, all its plans being over (chiusura dell’avviso).',
  })
  concludeCall(
    @Args('input') input: ConcludeCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ConcludeCall', input, context);
  }

  @Mutation(() => CallResult, {
    description: 'Gives a call more money (incremento della dotazione).',
  })
  increaseCallBudget(
    @Args('input') input: IncreaseCallBudgetInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('IncreaseCallBudget', input, context);
  }

  @Mutation(() => CallResult, {
    description: 'Gives a plan more of the call (incremento dell’assegnazione).',
  })
  increaseAssignment(
    @Args('input') input: IncreaseAssignmentInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('IncreaseAssignment', input, context);
  }

  @Mutation(() => CallResult, {
    description:
      'Takes back a part of an assignment; the budget of the plan is asked first (riduzione).',
  })
  reduceAssignment(
    @Args('input') input: ReduceAssignmentInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReduceAssignment', input, context);
  }

  #send(
    type: string,
    { call: target, ...input }: { readonly call: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ aggregate: 'call', field: 'call', type, target, input }, context);
  }
}
