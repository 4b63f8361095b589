import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { PartnerResult } from './partner.types.js';
import {
  AnswerExclusionInput,
  ClassifyPartnerInput,
  ConfirmWithdrawalInput,
  DeclareInterestInput,
  DropExclusionInput,
  ExcludePartnerInput,
  MarkDuplicateInput,
  OpenExclusionInput,
  RecordBeneficialOwnersInput,
  RecordDissolutionInput,
  RecordSuccessionInput,
  ReinstatePartnerInput,
  RequestWithdrawalInput,
  SuspendPartnerInput,
  UpdatePartnerDetailsInput,
} from './standing.inputs.js';

/** The commands on what a partner is and on its way out; that eligibility lapses a timer says. */
@Resolver()
export class StandingMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => PartnerResult, { description: 'Changes name or place (aggiornamento dei dati).' })
  updatePartnerDetails(
    @Args('input') input: UpdatePartnerDetailsInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('UpdatePartnerDetails', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Says what a partner is (classificazione).' })
  classifyPartner(
    @Args('input') input: ClassifyPartnerInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ClassifyPartner', input, context);
  }

  @Mutation(() => PartnerResult, {
    description: 'Records all beneficial owners (titolari effettivi).',
  })
  recordBeneficialOwners(
    @Args('input') input: RecordBeneficialOwnersInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RecordBeneficialOwners', input, context);
  }

  @Mutation(() => PartnerResult, {
    description: 'Declares an interest of a person (dichiarazione di interesse).',
  })
  declareInterest(
    @Args('input') input: DeclareInterestInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DeclareInterest', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Suspends an eligible partner (sospensione).' })
  suspendPartner(
    @Args('input') input: SuspendPartnerInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('SuspendPartner', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Ends a suspension (riammissione).' })
  reinstatePartner(
    @Args('input') input: ReinstatePartnerInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReinstatePartner', input, context);
  }

  @Mutation(() => PartnerResult, {
    description: 'Asks that a partner may leave (richiesta di recesso).',
  })
  requestWithdrawal(
    @Args('input') input: RequestWithdrawalInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RequestWithdrawal', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Lets a partner leave (recesso).' })
  confirmWithdrawal(
    @Args('input') input: ConfirmWithdrawalInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ConfirmWithdrawal', input, context);
  }

  @Mutation(() => PartnerResult, {
    description: 'Opens an exclusion, with notice (avvio dell’esclusione).',
  })
  openExclusion(
    @Args('input') input: OpenExclusionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('OpenExclusion', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Replies to the notice (controdeduzioni).' })
  answerExclusion(
    @Args('input') input: AnswerExclusionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AnswerExclusion', input, context);
  }

  @Mutation(() => PartnerResult, {
    description: 'Ends an exclusion: the partner stays (archiviazione).',
  })
  dropExclusion(
    @Args('input') input: DropExclusionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DropExclusion', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Excludes a partner (esclusione).' })
  excludePartner(
    @Args('input') input: ExcludePartnerInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ExcludePartner', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Records a successor (subentro).' })
  recordSuccession(
    @Args('input') input: RecordSuccessionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RecordSuccession', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Records that it ceased (cessazione).' })
  recordDissolution(
    @Args('input') input: RecordDissolutionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RecordDissolution', input, context);
  }

  @Mutation(() => PartnerResult, { description: 'Marks a partner registered twice (doppione).' })
  markDuplicate(
    @Args('input') input: MarkDuplicateInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('MarkDuplicate', input, context);
  }

  #send(
    type: string,
    { partner: target, ...input }: { readonly partner: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { aggregate: 'partner', field: 'partner', type, target, input };
    return this.mutations.send(sent, context);
  }
}
