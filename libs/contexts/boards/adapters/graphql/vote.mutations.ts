import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  CastVoteInput,
  DeclareConflictInput,
  ItemInput,
  OpenVoteInput,
  RecordSecretTallyInput,
  ResolveConflictInput,
  SeatOnItemInput,
} from './sitting.inputs.js';
import { openingOf } from './vote.shapes.js';
import { SittingResult } from './sitting.types.js';

/** What is done on an item of a sitting. */
@Resolver()
export class VoteMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => SittingResult, {
    description: 'Declares one’s own conflict of interest for an item (dichiarazione).',
  })
  declareConflict(
    @Args('input') input: DeclareConflictInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DeclareConflict', input, context);
  }

  @Mutation(() => SittingResult, {
    description: 'Says whether a declared interest is a conflict (decisione sul conflitto).',
  })
  resolveConflict(
    @Args('input') input: ResolveConflictInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ResolveConflict', input, context);
  }

  @Mutation(() => SittingResult, {
    description: 'Records that a member left for an item by a conflict (astensione obbligatoria).',
  })
  recordRecusal(
    @Args('input') input: SeatOnItemInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RecordRecusal', input, context);
  }

  @Mutation(() => SittingResult, {
    description: 'Verifies the quorum of an item (verifica del numero legale).',
  })
  verifyQuorum(
    @Args('input') input: ItemInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('VerifyQuorum', input, context);
  }

  @Mutation(() => SittingResult, {
    description: 'Opens the vote on an item (apertura della votazione).',
  })
  openVote(
    @Args('input') input: OpenVoteInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('OpenVote', openingOf(input), context);
  }

  @Mutation(() => SittingResult, { description: 'Casts a vote (voto).' })
  castVote(
    @Args('input') input: CastVoteInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CastVote', input, context);
  }

  @Mutation(() => SittingResult, {
    description: 'Records the tally of a secret vote on paper (spoglio delle schede).',
  })
  recordSecretTally(
    @Args('input') input: RecordSecretTallyInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RecordSecretTally', input, context);
  }

  @Mutation(() => SittingResult, {
    description: 'Closes the vote; the outcome is computed (chiusura della votazione).',
  })
  closeVote(
    @Args('input') input: ItemInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CloseVote', input, context);
  }

  #send(
    type: string,
    { sitting: target, ...input }: { readonly sitting: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { aggregate: 'sitting', field: 'sitting', type, target, input };
    return this.mutations.send(sent, context);
  }
}
