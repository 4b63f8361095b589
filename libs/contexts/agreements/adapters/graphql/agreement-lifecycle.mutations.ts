import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ExtendTermInput, InvalidateSignatureInput } from './agreement-lifecycle.inputs.js';
import { PublishAgreementInput, RefuseSignatureInput } from './agreement-lifecycle.inputs.js';
import { RefuseTermExtensionInput, WithdrawDraftInput } from './agreement-lifecycle.inputs.js';
import { RemindPartyInput, RequestTermExtensionInput } from './agreement-lifecycle.inputs.js';
import { AgreementSender, resting } from './agreement-sender.js';
import { AgreementResult } from './agreement.types.js';

@Resolver()
export class AgreementLifecycleMutations {
  constructor(private readonly sender: AgreementSender) {}

  @Mutation(() => AgreementResult, {
    description: 'Records a refusal to sign (rifiuto della firma).',
  })
  refuseSignature(
    @Args('input') input: RefuseSignatureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('RefuseSignature', resting(input, [input.statement]), context);
  }

  @Mutation(() => AgreementResult, {
    description:
      'Reminds a party that its signature is awaited, in the words of the reason (sollecito).',
  })
  remindParty(
    @Args('input') input: RemindPartyInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('RemindParty', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Voids an invalid signature (invalidazione).' })
  invalidateSignature(
    @Args('input') input: InvalidateSignatureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('InvalidateSignature', resting(input, [input.document]), context);
  }

  @Mutation(() => AgreementResult, { description: 'Records the publication (pubblicazione).' })
  publishAgreement(
    @Args('input') input: PublishAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('PublishAgreement', input, context);
  }

  @Mutation(() => AgreementResult, {
    description: 'Gives an agreement up before all have signed (ritiro).',
  })
  withdrawDraft(
    @Args('input') input: WithdrawDraftInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('WithdrawDraft', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Asks for a later end (richiesta di proroga).' })
  requestTermExtension(
    @Args('input') input: RequestTermExtensionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('RequestTermExtension', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Turns a later end down (diniego di proroga).' })
  refuseTermExtension(
    @Args('input') input: RefuseTermExtensionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('RefuseTermExtension', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Approves a later end (proroga).' })
  extendTerm(
    @Args('input') input: ExtendTermInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('ExtendTerm', resting(input, [input.act]), context);
  }
}
