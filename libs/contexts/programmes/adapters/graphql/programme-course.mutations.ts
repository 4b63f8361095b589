import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  ActivateProgrammeInput,
  AllocateBudgetInput,
  AmendProgrammeInput,
  CloseProgrammeInput,
  StartClosingInput,
} from './programme-course.inputs.js';
import { ProgrammeResult } from './programme.types.js';

@Resolver()
export class ProgrammeCourseMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => ProgrammeResult, {
    description: 'Records that a programme runs (avvio del programma).',
  })
  activateProgramme(
    @Args('input') input: ActivateProgrammeInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ActivateProgramme', input, context);
  }

  @Mutation(() => ProgrammeResult, {
    description: 'Amends a programme; what is not named stays (modifica del programma).',
  })
  amendProgramme(
    @Args('input') input: AmendProgrammeInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AmendProgramme', input, context);
  }

  @Mutation(() => ProgrammeResult, {
    description: 'Gives a call a part of the envelope (B-1, stanziamento).',
  })
  allocateBudget(
    @Args('input') input: AllocateBudgetInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AllocateBudget', input, context);
  }

  @Mutation(() => ProgrammeResult, {
    description: 'Begins the closing of a programme (chiusura in corso).',
  })
  startClosing(
    @Args('input') input: StartClosingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('StartClosing', input, context);
  }

  @Mutation(() => ProgrammeResult, {
    description: 'Closes a programme, all its calls being over (chiusura).',
  })
  closeProgramme(
    @Args('input') input: CloseProgrammeInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CloseProgramme', input, context);
  }

  #send(
    type: string,
    { programme: target, ...input }: { readonly programme: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send(
      { aggregate: 'programme', field: 'programme', type, target, input },
      context,
    );
  }
}
