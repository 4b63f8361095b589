import { instantOf, Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  CastReplyInput,
  DeclareProcedureConflictInput,
  ExtendProcedureInput,
  OpenProcedureInput,
  ProcedureInput,
  RaiseObjectionInput,
  RequestDocumentsInput,
  ResolveProcedureConflictInput,
  SeatInProcedureInput,
  SupplyDocumentsInput,
} from './procedure.inputs.js';
import { ProcedureResult } from './procedure.types.js';

/** What is done in a written or silence procedure. Its closing at the deadline is its timer's. */
@Resolver()
export class ProcedureMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => ProcedureResult, { description: 'Opens a procedure without a sitting.' })
  openProcedure(
    @Args('input') { deadline, sensitive, ballot, ...opening }: OpenProcedureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const longer = sensitive === true ? { sensitive } : {};
    const form = ballot == null ? {} : { ballot };
    const input = { ...opening, ...longer, ...form, deadline: instantOf(deadline, 'deadline') };
    const sent = { ...procedureCommand, type: 'OpenProcedure', target: null, input };
    return this.mutations.send(sent, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Answers in a written procedure, or answers otherwise (risposta).',
  })
  castReply(
    @Args('input') input: CastReplyInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CastReply', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Objects in a silence procedure, with reasons (dissenso motivato).',
  })
  raiseObjection(
    @Args('input') input: RaiseObjectionInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RaiseObjection', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Wants the matter in a sitting instead (richiesta di seduta).',
  })
  callForSitting(
    @Args('input') input: SeatInProcedureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CallForSitting', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Asks for documents or explanations (richiesta di integrazioni).',
  })
  requestDocuments(
    @Args('input') input: RequestDocumentsInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RequestDocuments', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Sends documents to all members (integrazioni documentali).',
  })
  supplyDocuments(
    @Args('input') input: SupplyDocumentsInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('SupplyDocuments', input, context);
  }

  @Mutation(() => ProcedureResult, { description: 'Puts the deadline off, once (proroga).' })
  extendProcedure(
    @Args('input') { deadline, ...named }: ExtendProcedureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const input = { ...named, deadline: instantOf(deadline, 'deadline') };
    return this.#send('ExtendProcedure', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Declares one’s own conflict of interest in a procedure (dichiarazione).',
  })
  declareProcedureConflict(
    @Args('input') input: DeclareProcedureConflictInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DeclareProcedureConflict', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Says whether a declared interest is a conflict (decisione sul conflitto).',
  })
  resolveProcedureConflict(
    @Args('input') input: ResolveProcedureConflictInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ResolveProcedureConflict', input, context);
  }

  @Mutation(() => ProcedureResult, {
    description: 'Closes it before its deadline, where nothing can change the outcome any more.',
  })
  closeProcedureEarly(
    @Args('input') input: ProcedureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CloseProcedureEarly', input, context);
  }

  @Mutation(() => ProcedureResult, { description: 'Gives a procedure up (ritiro).' })
  withdrawProcedure(
    @Args('input') input: ProcedureInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('WithdrawProcedure', input, context);
  }

  #send(
    type: string,
    { procedure: target, ...input }: { readonly procedure: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...procedureCommand, type, target, input }, context);
  }
}

const procedureCommand = { aggregate: 'procedure', field: 'procedure' } as const;
