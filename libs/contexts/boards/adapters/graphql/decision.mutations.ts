import { asGraphql, BadForm, Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AmendProposalInput,
  AttachOpinionInput,
  MarkReadyInput,
  ProposeDecisionInput,
  PublishDecisionInput,
  SignDecisionInput,
  WithdrawProposalInput,
} from './decision.inputs.js';
import { rulebookOf } from './rulebook.shapes.js';
import { DecisionResult } from './decision.types.js';

interface Input {
  readonly decision: string;
  readonly documents?: readonly { readonly sha256: string }[];
}

@Resolver()
export class DecisionMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => DecisionResult, { description: 'Proposes a decision (proposta).' })
  proposeDecision(
    @Args('input') { adoptPlan, amendRules, endDecision, ...proposal }: ProposeDecisionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const input = { ...proposal, subject: subjectOf({ adoptPlan, amendRules, endDecision }) };
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
    return this.#send('AmendProposal', input, context);
  }

  @Mutation(() => DecisionResult, { description: 'Takes a proposal back (ritiro).' })
  withdrawProposal(
    @Args('input') input: WithdrawProposalInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('WithdrawProposal', input, context);
  }

  #send(
    type: string,
    { decision: target, ...input }: Input,
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...decisionCommand, type, target, input }, context);
  }
}

const decisionCommand = { aggregate: 'decision', field: 'decision' } as const;

type SubjectAsked = Readonly<{
  [Field in 'adoptPlan' | 'amendRules' | 'endDecision']:
    ProposeDecisionInput[Field] | null | undefined;
}>;

/** One subject; a decision on something else names none. */
function subjectOf({ adoptPlan, amendRules, endDecision }: SubjectAsked) {
  if ([adoptPlan, amendRules, endDecision].filter(Boolean).length > 1) {
    const form = new BadForm(
      'Una deliberazione ha un solo oggetto: adoptPlan, amendRules oppure endDecision.',
      'A decision has one subject: adoptPlan, amendRules or endDecision.',
    );
    throw asGraphql(form, 'input');
  }
  if (amendRules) {
    return { kind: 'amendRules', rulebook: rulebookOf(amendRules, 'input.amendRules') };
  }
  if (endDecision) {
    const { decision, how, dependents } = endDecision;
    return { kind: 'endDecision', decision, how, dependents };
  }
  if (!adoptPlan) return { kind: 'other' };
  const { plan, sha256 } = adoptPlan;
  return { kind: 'adoptPlan', plan, sha256 };
}

/** The documents that the content names are documents of the act too. */
function resting<T extends Input>(input: T, hashes: readonly (string | null | undefined)[]): T {
  const given = input.documents ?? [];
  const known = new Set(given.map(({ sha256 }) => sha256));
  const more = hashes
    .filter((sha256) => typeof sha256 === 'string')
    .filter((sha256) => !known.has(sha256))
    .map((sha256) => ({ sha256 }));
  return { ...input, documents: [...given, ...more] };
}
