import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A role with its label of one programming period (termine).' })
export class Term {
  @Field(() => String, { description: 'Its neutral code, the same in every period.' })
  readonly code!: string;

  @Field(() => String, { description: 'Its label in Italian.' })
  readonly it!: string;

  @Field(() => String, { description: 'Its label in English.' })
  readonly en!: string;
}
