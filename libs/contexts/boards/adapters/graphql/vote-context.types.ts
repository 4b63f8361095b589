import { Field, ID, Int, InterfaceType } from '@nestjs/graphql';
import { Decision } from './decision.types.js';
import { Rulebook } from './rulebook.types.js';
import { Paper } from './sitting.types.js';
import { Electorate } from './vote.types.js';

@InterfaceType({
  description:
    'What a decision was taken on (contesto), whether in a sitting or without one: the papers sent for it, who could vote, by which rules, who took part, who was out.',
  resolveType: (context: object) =>
    'procedure' in context ? 'ProcedureContext' : 'DecisionContext',
})
export abstract class VoteContext {
  @Field(() => Decision, { description: 'The decision.' })
  readonly decision!: unknown;

  @Field(() => [Paper], { description: 'Documents sent for it, by hash (documenti).' })
  readonly papers!: readonly Paper[];

  @Field(() => [ID], { description: 'Seats that the notice went to.' })
  readonly notified!: readonly string[];

  @Field(() => Electorate, {
    nullable: true,
    description: 'Who could vote, each with the mandate of the seat; null before it opened.',
  })
  readonly electorate!: Electorate | null;

  @Field(() => Rulebook, {
    nullable: true,
    description: 'The frozen rules; null before it opened.',
  })
  readonly rulebook!: Rulebook | null;

  @Field(() => Int, { nullable: true, description: 'Version of those rules.' })
  readonly rulebookVersion!: number | null;

  @Field(() => [ID], {
    description:
      'Seats that took part: present in a sitting, answering without one; of a secret procedure once it is closed.',
  })
  readonly tookPart!: readonly string[];

  @Field(() => [ID], { description: 'Seats recused for it (esclusi).' })
  readonly recused!: readonly string[];
}
