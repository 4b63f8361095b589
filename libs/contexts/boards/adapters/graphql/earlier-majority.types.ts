import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CategoryWeight, MajorityRule, Share, TieRuleEnum } from './rulebook.types.js';

@ObjectType({
  description:
    'The majority that an earlier decision was voted on with, asked for as well where the body comes back to it (maggioranza della deliberazione precedente), rule D-8.',
})
export class EarlierMajority {
  @Field(() => ID, { description: 'The earlier decision (deliberazione precedente).' })
  readonly decision!: string;

  @Field(() => MajorityRule, { description: 'How many votes in favour (maggioranza).' })
  readonly majority!: MajorityRule;

  @Field(() => TieRuleEnum, { description: 'What becomes of equal votes (parità).' })
  readonly tie!: string;

  @Field(() => Share, { nullable: true, description: 'This share of the weights, too.' })
  readonly weightedMajority?: Share;

  @Field(() => [CategoryWeight], { nullable: true, description: 'What votes weigh (pesi).' })
  readonly weights?: readonly CategoryWeight[];
}
