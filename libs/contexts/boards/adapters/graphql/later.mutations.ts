import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { resting } from './decision.shapes.js';
import type { OnDecision } from './decision.shapes.js';
import { DecisionResult } from './decision.types.js';
import {
  AssignImplementationInput,
  ConfirmImplementationInput,
  DecideInUrgencyInput,
  IssueErratumInput,
  LodgeObjectionInput,
  SubmitConditionEvidenceInput,
  VerifyConditionInput,
} from './later.inputs.js';

/** What is asked of a decision beside and after the vote on it. */
@Resolver()
export class LaterMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => DecisionResult, { description: 'Submits evidence for a condition (prova).' })
  submitConditionEvidence(
    @Args('input') input: SubmitConditionEvidenceInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('SubmitConditionEvidence', input, context);
  }

  @Mutation(() => DecisionResult, { description: 'Verifies or rejects evidence (verifica).' })
  verifyCondition(
    @Args('input') input: VerifyConditionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('VerifyCondition', input, context);
  }

  @Mutation(() => DecisionResult, { description: 'The chair decides alone (urgenza), rule D-10.' })
  decideInUrgency(
    @Args('input') input: DecideInUrgencyInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const { textSha256, urgency } = input;
    return this.#send('DecideInUrgency', resting(input, [textSha256, urgency]), context);
  }

  @Mutation(() => DecisionResult, { description: 'Puts a clerical error right (rettifica).' })
  issueErratum(
    @Args('input') input: IssueErratumInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const { document, textSha256, container, report } = input;
    const rests = [document, textSha256, container, report];
    return this.#send('IssueErratum', resting(input, rests), context);
  }

  @Mutation(() => DecisionResult, { description: 'Says who carries it out (attuazione).' })
  assignImplementation(
    @Args('input') input: AssignImplementationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AssignImplementation', input, context);
  }

  @Mutation(() => DecisionResult, { description: 'Confirms that it was carried out (conferma).' })
  confirmImplementation(
    @Args('input') input: ConfirmImplementationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ConfirmImplementation', input, context);
  }

  @Mutation(() => DecisionResult, { description: 'Objects to it in writing (opposizione).' })
  lodgeObjection(
    @Args('input') input: LodgeObjectionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('LodgeObjection', input, context);
  }

  #send(
    type: string,
    { decision: target, ...input }: OnDecision,
    context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { aggregate: 'decision', field: 'decision', type, target, input };
    return this.mutations.send(sent, context);
  }
}
