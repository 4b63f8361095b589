import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AnnulAgreementInput, CloseAgreementInput } from './agreement-lifecycle.inputs.js';
import { GiveNoticeInput, ResumeAgreementInput } from './agreement-lifecycle.inputs.js';
import { ReverifySignatureInput, SuspendAgreementInput } from './agreement-lifecycle.inputs.js';
import { TerminateAgreementInput } from './agreement-lifecycle.inputs.js';
import { AgreementSender, resting } from './agreement-sender.js';
import { AgreementResult } from './agreement.types.js';

@Resolver()
export class AgreementEndingMutations {
  constructor(private readonly sender: AgreementSender) {}

  @Mutation(() => AgreementResult, { description: 'Suspends an agreement (sospensione).' })
  suspendAgreement(
    @Args('input') input: SuspendAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('SuspendAgreement', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Ends a suspension (ripresa).' })
  resumeAgreement(
    @Args('input') input: ResumeAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('ResumeAgreement', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'A party gives notice (recesso).' })
  giveNotice(
    @Args('input') input: GiveNoticeInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('GiveNotice', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Ends it before its last day (risoluzione).' })
  terminateAgreement(
    @Args('input') input: TerminateAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('TerminateAgreement', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Records an annulment (annullamento).' })
  annulAgreement(
    @Args('input') input: AnnulAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('AnnulAgreement', resting(input, [input.act]), context);
  }

  @Mutation(() => AgreementResult, {
    description: 'Looks at a signature again (nuova verifica, A-14).',
  })
  reverifySignature(
    @Args('input') input: ReverifySignatureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('ReverifySignature', resting(input, [input.report]), context);
  }

  @Mutation(() => AgreementResult, { description: 'Closes an ended agreement (chiusura).' })
  closeAgreement(
    @Args('input') input: CloseAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('CloseAgreement', input, context);
  }
}
