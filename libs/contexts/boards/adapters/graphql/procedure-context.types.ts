import { Instant } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Procedure } from './procedure.types.js';
import { Rulebook } from './rulebook.types.js';
import { VoteContext } from './vote-context.types.js';
import { Electorate } from './vote.types.js';

@ObjectType({
  implements: () => [VoteContext],
  description:
    'What a decision without a sitting was taken on (contesto): the papers sent for it, who could answer, by which rules and until when, who did, who was out.',
})
export class ProcedureContext extends VoteContext {
  @Field(() => Procedure, { description: 'The procedure: text, answers, conflicts, outcome.' })
  readonly procedure!: unknown;

  @Field(() => Instant, { description: 'Until when they could answer (termine).' })
  readonly deadline!: string;

  @Field(() => Electorate, { description: 'Who could answer, each with the mandate of the seat.' })
  declare readonly electorate: Electorate;

  @Field(() => Rulebook, { description: 'The frozen rules.' })
  declare readonly rulebook: Rulebook;

  @Field(() => Int, { description: 'Version of those rules.' })
  declare readonly rulebookVersion: number;

  @Field(() => [ID], { description: 'Seats whose reply or objection counts.' })
  readonly answered!: readonly string[];
}
