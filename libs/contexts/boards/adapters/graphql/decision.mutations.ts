import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AmendProposalInput,
  AttachOpinionInput,
  DiscloseDecisionInput,
  MarkReadyInput,
  ProposeDecisionInput,
  PublishDecisionInput,
  SignDecisionInput,
  WithdrawProposalInput,
} from './decision.inputs.js';
import { conditionsOf, resting, subjectOf } from './decision.shapes.js';
import type { OnDecision } from './decision.shapes.js';
import { DecisionResult } from './decision.types.js';

@Resolver()
export class DecisionMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => DecisionResult, { description: 'Proposes a decision (proposta).' })
  proposeDecision(
    @Args('input') input_: ProposeDecisionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const { adoptPlan, amendRules, endDecision, reconsider, ratify, ...rest } = input_;
    const { waiveCondition, noteFailure, answerObjection, adoptRoute, ...more } = rest;
    const { extendPlan, ...proposal } = more;
    const later = { waiveCondition, noteFailure, answerObjection, adoptRoute, extendPlan };
    const earlier = { reconsider, ratify, ...later };
    const subject = subjectOf({ adoptPlan, amendRules, endDecision, ...earlier });
    const input = { ...proposal, subject, conditions: conditionsOf(proposal.conditions) };
    const sent = { ...decisionCommand, type: 'ProposeDecision', target: null, input };
    return this.mutations.send(sent, context);
  }

  @Mutation(() => DecisionResult, { description: 'Gives an opinion on a proposal (parere).' })
  attachOpinion(
    @Args('input') input: AttachOpinionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AttachOpinion', input, context);
  }

  @Mutation(() => DecisionResult, { description: 'Ends the instruction of a proposal.' })
  markReady(
    @Args('input') input: MarkReadyInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('MarkReady', input, context);
  }

  @Mutation(() => DecisionResult, { description: 'Records a signature as reported (firma).' })
  signDecision(
    @Args('input') input: SignDecisionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const { textSha256, container, report } = input;
    return this.#send('SignDecision', resting(input, [textSha256, container, report]), context);
  }

  @Mutation(() => DecisionResult, { description: 'Records its publication (pubblicazione).' })
  publishDecision(
    @Args('input') input: PublishDecisionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('PublishDecision', resting(input, [input.document]), context);
  }

  @Mutation(() => DecisionResult, { description: 'Changes a proposal (modifica).' })
  amendProposal(
    @Args('input') input: AmendProposalInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const { conditions: asked, ...amended } = input;
    const conditions = conditionsOf(asked);
    return this.#send('AmendProposal', { ...amended, conditions }, context);
  }

  @Mutation(() => DecisionResult, { description: 'Takes a proposal back (ritiro).' })
  withdrawProposal(
    @Args('input') input: WithdrawProposalInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('WithdrawProposal', input, context);
  }

  @Mutation(() => DecisionResult, { description: 'Ends the confidentiality of a matter.' })
  discloseDecision(
    @Args('input') input: DiscloseDecisionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DiscloseDecision', input, context);
  }

  #send(
    type: string,
    { decision: target, ...input }: OnDecision,
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...decisionCommand, type, target, input }, context);
  }
}

const decisionCommand = { aggregate: 'decision', field: 'decision' } as const;
