import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ProcedureInput } from './procedure.inputs.js';
import { ProcedureResult } from './procedure.types.js';
import { ItemInput } from './sitting.inputs.js';
import { SittingResult } from './sitting.types.js';
import {
  CastProcedureSecondVoteInput,
  CastSecondVoteInput,
  RecordDrawInput,
  RecordProcedureDrawInput,
} from './tie.inputs.js';

/** What ends a tie that waits, in a sitting and in a written procedure. */
@Resolver()
export class TieMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => SittingResult, {
    description: 'Records the drawing by lot that decides equal votes (sorteggio).',
  })
  recordDraw(
    @Args('input') input: RecordDrawInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#inSitting('RecordDraw', input, context);
  }

  @Mutation(() => SittingResult, {
    description: 'Casts the second vote of who presided, which decides equal votes (secondo voto).',
  })
  castSecondVote(
    @Args('input') input: CastSecondVoteInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#inSitting('CastSecondVote', input, context);
  }

  @Mutation(() => SittingResult, {
    description: 'Puts equal votes off instead: the matter comes again (rinvio per parità).',
  })
  postponeTie(
    @Args('input') input: ItemInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#inSitting('PostponeTie', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Records the drawing by lot that decides equal answers in writing (sorteggio).',
  })
  recordProcedureDraw(
    @Args('input') input: RecordProcedureDrawInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#inWriting('RecordProcedureDraw', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Casts the second vote that decides equal answers in writing (secondo voto).',
  })
  castProcedureSecondVote(
    @Args('input') input: CastProcedureSecondVoteInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#inWriting('CastProcedureSecondVote', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Puts equal answers off instead: the matter comes again (rinvio per parità).',
  })
  postponeProcedureTie(
    @Args('input') input: ProcedureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#inWriting('PostponeProcedureTie', input, context);
  }

  #inSitting(
    type: string,
    { sitting: target, ...input }: { readonly sitting: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { aggregate: 'sitting', field: 'sitting', type, target, input };
    return this.mutations.send(sent, context);
  }

  #inWriting(
    type: string,
    { procedure: target, ...input }: { readonly procedure: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { aggregate: 'procedure', field: 'procedure', type, target, input };
    return this.mutations.send(sent, context);
  }
}
