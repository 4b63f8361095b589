import { asGraphql, BadForm, Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { rulebookPresets } from '../../contract/index.js';
import type { Rulebook, RulebookPreset } from '../../contract/index.js';
import {
  AppointChairInput,
  AppointMemberInput,
  AppointSecretaryInput,
  DesignateMemberInput,
  EstablishBoardInput,
  ResignSeatInput,
} from './board.inputs.js';
import { BoardResult } from './board.types.js';
import { rulebookOf } from './rulebook.inputs.js';

@Resolver()
export class BoardMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => BoardResult, { description: 'Establishes a board (istituzione).' })
  establishBoard(
    @Args('input') { preset, rulebook, ...founding }: EstablishBoardInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const input = { ...founding, rulebook: adopted({ preset, rulebook }) };
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

  #send(
    type: string,
    { board: target, ...input }: { readonly board: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...boardCommand, type, target, input }, context);
  }
}

const boardCommand = { aggregate: 'board', field: 'board' } as const;

/** The rulebook that a board adopts: one of the house, or its own. */
function adopted({ preset, rulebook }: Pick<EstablishBoardInput, 'preset' | 'rulebook'>): Rulebook {
  if (rulebook && !preset) return rulebookOf(rulebook, 'input.rulebook');
  if (preset && !rulebook) return rulebookPresets[preset as RulebookPreset];
  const form = new BadForm(
    'Indicare un regolamento: uno tipo (preset) oppure uno proprio (rulebook), non entrambi.',
    'Name one rulebook: a preset or one of its own (rulebook), not both.',
  );
  throw asGraphql(form, 'input.rulebook');
}
