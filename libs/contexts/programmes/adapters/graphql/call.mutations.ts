import { instantOf, Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  ApproveCallInput,
  AssignFundingInput,
  CloseCallInput,
  DraftCallInput,
  ExtendDeadlineInput,
  PublishCallInput,
  RecordCourtRegistrationInput,
  RectifyCallInput,
} from './call.inputs.js';
import { CallResult } from './call.types.js';

@Resolver()
export class CallMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => CallResult, { description: 'Drafts a call (bozza di avviso).' })
  draftCall(
    @Args('input') { deadline, ...terms }: DraftCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const input = { ...terms, ...(deadline && { deadline: instantOf(deadline, 'deadline') }) };
    return this.#send('DraftCall', { ...input, call: null }, context);
  }

  @Mutation(() => CallResult, { description: 'Approves a call (approvazione).' })
  approveCall(
    @Args('input') input: ApproveCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ApproveCall', input, context);
  }

  @Mutation(() => CallResult, { description: 'Records the Court of Auditors’ registration.' })
  recordCourtRegistration(
    @Args('input') input: RecordCourtRegistrationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RecordCourtRegistration', input, context);
  }

  @Mutation(() => CallResult, { description: 'Publishes a call (pubblicazione).' })
  publishCall(
    @Args('input') input: PublishCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('PublishCall', input, context);
  }

  @Mutation(() => CallResult, { description: 'Moves the deadline forward (proroga).' })
  extendDeadline(
    @Args('input') { deadline, ...input }: ExtendDeadlineInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const moved = { ...input, deadline: instantOf(deadline, 'deadline') };
    return this.#send('ExtendDeadline', moved, context);
  }

  @Mutation(() => CallResult, { description: 'Changes terms of a published call (rettifica).' })
  rectifyCall(
    @Args('input') { deadline, ...input }: RectifyCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const moved = deadline && { deadline: instantOf(deadline, 'deadline') };
    return this.#send('RectifyCall', { ...input, ...moved }, context);
  }

  @Mutation(() => CallResult, { description: 'Closes a call for applications (chiusura).' })
  closeCall(
    @Args('input') input: CloseCallInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CloseCall', input, context);
  }

  @Mutation(() => CallResult, { description: 'Assigns funds to a plan (assegnazione).' })
  assignFunding(
    @Args('input') input: AssignFundingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AssignFunding', input, context);
  }

  #send(
    type: string,
    { call: target, ...input }: { readonly call: string | null },
    context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { aggregate: 'call', field: 'call', type, target, input };
    return this.mutations.send(sent, context);
  }
}
