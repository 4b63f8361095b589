import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AddPartyInput, DraftAgreementInput, RemovePartyInput } from './agreement-draft.inputs.js';
import { RequestChangesInput, ReviseTextInput } from './agreement-draft.inputs.js';
import { SubmitForReviewInput } from './agreement-draft.inputs.js';
import { FreezeTextInput, OpenForSignatureInput } from './agreement-signature.inputs.js';
import { RecordConditionMetInput, RecordPartyApprovalInput } from './agreement-signature.inputs.js';
import { RegisterAgreementInput, SignAgreementInput } from './agreement-signature.inputs.js';
import { AgreementSender, resting, withoutNulls } from './agreement-sender.js';
import { AgreementResult } from './agreement.types.js';

@Resolver()
export class AgreementMutations {
  constructor(
    private readonly mutations: Mutations,
    private readonly sender: AgreementSender,
  ) {}

  @Mutation(() => AgreementResult, { description: 'Drafts an agreement (bozza di accordo).' })
  draftAgreement(
    @Args('input') input: DraftAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { aggregate: 'agreement', field: 'agreement', type: 'DraftAgreement' };
    return this.mutations.send({ ...sent, target: null, input }, context);
  }

  @Mutation(() => AgreementResult, { description: 'Adds a party (aggiunta di una parte).' })
  addParty(
    @Args('input') input: AddPartyInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('AddParty', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Removes a party (rimozione di una parte).' })
  removeParty(
    @Args('input') input: RemovePartyInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('RemoveParty', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Revises the text of a draft (revisione).' })
  reviseText(
    @Args('input') input: ReviseTextInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const { clauses, ...rest } = input;
    const revised = { ...rest, ...(clauses && { clauses: clauses.map(withoutNulls) }) };
    return this.sender.send('ReviseText', revised, context);
  }

  @Mutation(() => AgreementResult, { description: 'Submits a draft for review (istruttoria).' })
  submitForReview(
    @Args('input') input: SubmitForReviewInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('SubmitForReview', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Asks for changes (richiesta di modifiche).' })
  requestChanges(
    @Args('input') input: RequestChangesInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('RequestChanges', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Freezes the text (congelamento del testo).' })
  freezeText(
    @Args('input') input: FreezeTextInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('FreezeText', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Records a party’s approval (approvazione).' })
  recordPartyApproval(
    @Args('input') input: RecordPartyApprovalInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('RecordPartyApproval', resting(input, [input.act]), context);
  }

  @Mutation(() => AgreementResult, { description: 'Opens for signature (apertura alla firma).' })
  openForSignature(
    @Args('input') input: OpenForSignatureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('OpenForSignature', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Records a signature as reported (firma).' })
  signAgreement(
    @Args('input') input: SignAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const { textSha256, container, report } = input;
    return this.sender.send(
      'SignAgreement',
      resting(input, [textSha256, container, report]),
      context,
    );
  }

  @Mutation(() => AgreementResult, { description: 'Gives a protocol number (registrazione).' })
  registerAgreement(
    @Args('input') input: RegisterAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('RegisterAgreement', input, context);
  }

  @Mutation(() => AgreementResult, { description: 'Records a condition as met (condizione).' })
  recordConditionMet(
    @Args('input') input: RecordConditionMetInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.sender.send('RecordConditionMet', resting(input, [input.document]), context);
  }
}
