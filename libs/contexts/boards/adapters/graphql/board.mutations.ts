import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AppointAlternateInput,
  AppointChairInput,
  AppointMemberInput,
  AppointSecretaryInput,
  AppointViceChairInput,
  DesignateMemberInput,
  DissolveBoardInput,
  EstablishBoardInput,
  ProrogueBoardInput,
  ReinstateSeatInput,
  ReplaceMemberInput,
  ResignSeatInput,
  RevokeMemberInput,
  SuspendSeatInput,
} from './board.inputs.js';
import { BoardResult } from './board.types.js';
import { adoptedRulebook } from './rulebook.shapes.js';

@Resolver()
export class BoardMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => BoardResult, { description: 'Establishes a board (istituzione).' })
  establishBoard(
    @Args('input') { preset, rulebook, weights, ...founding }: EstablishBoardInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const input = { ...founding, rulebook: adoptedRulebook({ preset, rulebook, weights }) };
    const sent = { ...boardCommand, type: 'EstablishBoard', target: null, input };
    return this.mutations.send(sent, context);
  }

  @Mutation(() => BoardResult, { description: 'Designates a member (designazione).' })
  designateMember(
    @Args('input') input: DesignateMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DesignateMember', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Appoints a member (nomina).' })
  appointMember(
    @Args('input') input: AppointMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AppointMember', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Appoints the chair (nomina del presidente).' })
  appointChair(
    @Args('input') input: AppointChairInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AppointChair', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Appoints the secretary (nomina del segretario).' })
  appointSecretary(
    @Args('input') input: AppointSecretaryInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AppointSecretary', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Leaves a seat (dimissioni).' })
  resignSeat(
    @Args('input') input: ResignSeatInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ResignSeat', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Appoints the vice chair (nomina del vice).' })
  appointViceChair(
    @Args('input') input: AppointViceChairInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AppointViceChair', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Appoints an alternate (nomina del supplente).' })
  appointAlternate(
    @Args('input') input: AppointAlternateInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AppointAlternate', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Replaces the holder of a seat (sostituzione).' })
  replaceMember(
    @Args('input') input: ReplaceMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReplaceMember', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Removes the holder of a seat (revoca).' })
  revokeMember(
    @Args('input') input: RevokeMemberInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RevokeMember', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Suspends a seat (sospensione del componente).' })
  suspendSeat(
    @Args('input') input: SuspendSeatInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('SuspendSeat', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Ends the suspension of a seat (reintegrazione).' })
  reinstateSeat(
    @Args('input') input: ReinstateSeatInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReinstateSeat', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Lets a board go on after its term (proroga).' })
  prorogueBoard(
    @Args('input') input: ProrogueBoardInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ProrogueBoard', input, context);
  }

  @Mutation(() => BoardResult, { description: 'Dissolves a board (scioglimento).' })
  dissolveBoard(
    @Args('input') input: DissolveBoardInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DissolveBoard', input, context);
  }

  #send(
    type: string,
    { board: target, ...input }: { readonly board: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...boardCommand, type, target, input }, context);
  }
}

const boardCommand = { aggregate: 'board', field: 'board' } as const;
