import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { resting, withoutNulls } from './agreement-sender.js';
import { AgreementResult } from './agreement.types.js';
import { RecordExistingAgreementInput } from './recording.inputs.js';

/** The one way in for what was signed elsewhere. */
@Resolver()
export class RecordingMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => AgreementResult, {
    description: 'Records an agreement that was signed elsewhere (accordo già in essere).',
  })
  recordExistingAgreement(
    @Args('input') input: RecordExistingAgreementInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const { textSha256, waivers } = input;
    const acts = (waivers ?? []).map(({ act }) => act);
    const sent = { aggregate: 'agreement', field: 'agreement', type: 'RecordExistingAgreement' };
    const resolved = withoutNulls(resting(input, [textSha256, ...acts]));
    return this.mutations.send({ ...sent, target: null, input: resolved }, context);
  }
}
