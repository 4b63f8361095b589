import { Instant } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Decision } from './decision.types.js';
import { Procedure } from './procedure.types.js';
import { Rulebook } from './rulebook.types.js';
import { Paper } from './sitting.types.js';
import { Electorate } from './vote.types.js';

@ObjectType({
  description:
    'What a decision without a sitting was taken on (contesto): the papers sent for it, who could answer, by which rules and until when, who did, who was out.',
})
export class ProcedureContext {
  @Field(() => Decision, { description: 'The decision.' })
  readonly decision!: unknown;

  @Field(() => Procedure, { description: 'The procedure: text, answers, conflicts, outcome.' })
  readonly procedure!: unknown;

  @Field(() => [Paper], { description: 'Documents sent to all, by hash.' })
  readonly papers!: readonly Paper[];

  @Field(() => [ID], { description: 'Seats that the notice went to.' })
  readonly notified!: readonly string[];

  @Field(() => Instant, { description: 'Until when they could answer (termine).' })
  readonly deadline!: string;

  @Field(() => Electorate, { description: 'Who could answer, each with the mandate of the seat.' })
  readonly electorate!: Electorate;

  @Field(() => Rulebook, { description: 'The frozen rules.' })
  readonly rulebook!: Rulebook;

  @Field(() => Int, { description: 'Version of those rules.' })
  readonly rulebookVersion!: number;

  @Field(() => [ID], { description: 'Seats whose reply or objection counts.' })
  readonly answered!: readonly string[];

  @Field(() => [ID], { description: 'Seats recused for it (esclusi).' })
  readonly recused!: readonly string[];
}
