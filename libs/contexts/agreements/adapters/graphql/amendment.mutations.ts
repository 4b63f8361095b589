import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AgreementSender, resting, withoutNulls } from './agreement-sender.js';
import type { AgreementInputOf } from './agreement-sender.js';
import { AgreementResult } from './agreement.types.js';
import { ApproveAmendmentInput, ProposeAmendmentInput } from './amendment.inputs.js';
import { ReviseAmendmentInput, WithdrawAmendmentInput } from './amendment.inputs.js';

@Resolver()
export class AmendmentMutations {
  constructor(private readonly sender: AgreementSender) {}

  @Mutation(() => AgreementResult, {
    description: 'Proposes an amendment (proposta di atto integrativo).',
  })
  proposeAmendment(
    @Args('input') input: ProposeAmendmentInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('ProposeAmendment', changing(input), context);
  }

  @Mutation(() => AgreementResult, {
    description: 'Revises an amendment (revisione dell’atto integrativo).',
  })
  reviseAmendment(
    @Args('input') input: ReviseAmendmentInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('ReviseAmendment', changing(input), context);
  }

  @Mutation(() => AgreementResult, {
    description: 'Records an approval (approvazione dell’atto integrativo).',
  })
  approveAmendment(
    @Args('input') input: ApproveAmendmentInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('ApproveAmendment', resting(input, [input.act]), context);
  }

  @Mutation(() => AgreementResult, {
    description: 'Gives an amendment up (ritiro dell’atto integrativo).',
  })
  withdrawAmendment(
    @Args('input') input: WithdrawAmendmentInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('WithdrawAmendment', input, context);
  }
}

/** What was given as null is absent from the change. */
function changing<T extends AgreementInputOf & { readonly change: object }>(input: T): T {
  return { ...input, change: withoutNulls(input.change) };
}
