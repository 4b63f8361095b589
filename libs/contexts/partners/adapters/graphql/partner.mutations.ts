import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AppointLegalRepresentativeInput,
  AuthoriseSignatoryInput,
  EndLegalRepresentationInput,
  RecordIdentifierInput,
  RegisterPartnerInput,
  RevokeSignatoryInput,
  SubmitEligibilityEvidenceInput,
  VerifyEligibilityInput,
} from './partner.inputs.js';
import { PartnerResult } from './partner.types.js';

/** The commands on a partner that a person gives; its confirmation is of a process (PA-1). */
@Resolver()
export class PartnerMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => PartnerResult, { description: 'Registers an organisation (registrazione).' })
  registerPartner(
    @Args('input') input: RegisterPartnerInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { ...onPartner, type: 'RegisterPartner', target: null, input };
    return this.mutations.send(sent, context);
  }

  @Mutation(() => PartnerResult, { description: 'Records a number or code (identificativo).' })
  recordIdentifier(
    @Args('input') input: RecordIdentifierInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RecordIdentifier', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Submits evidence of eligibility (prove).' })
  submitEligibilityEvidence(
    @Args('input') input: SubmitEligibilityEvidenceInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('SubmitEligibilityEvidence', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Confirms or rejects eligibility (verifica).' })
  verifyEligibility(
    @Args('input') input: VerifyEligibilityInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('VerifyEligibility', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Appoints the legal representative (nomina).' })
  appointLegalRepresentative(
    @Args('input') input: AppointLegalRepresentativeInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AppointLegalRepresentative', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Ends a legal representation (cessazione).' })
  endLegalRepresentation(
    @Args('input') input: EndLegalRepresentationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('EndLegalRepresentation', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Empowers a person to sign (potere di firma).' })
  authoriseSignatory(
    @Args('input') input: AuthoriseSignatoryInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AuthoriseSignatory', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Revokes a power to sign (revoca).' })
  revokeSignatory(
    @Args('input') input: RevokeSignatoryInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RevokeSignatory', input, context);
  }

  #send(
    type: string,
    { partner: target, ...input }: { readonly partner: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...onPartner, type, target, input }, context);
  }
}

const onPartner = { aggregate: 'partner', field: 'partner' } as const;
