import { IsIdOf } from '@tavolo/graphql';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';

@InputType({
  description:
    'The funding of a costed extension (finanziamento della proroga onerosa): its effect authorises the extension, rule PL-10.',
})
export class ExtendPlanInput {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;

  @IsUUID()
  @Field(() => ID, { description: 'The extension that was requested (modifica).' })
  readonly change!: string;

  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement that is to be amended (accordo).' })
  readonly agreement!: string;
}

@ObjectType({ description: 'The costed extension that a decision funds (proroga onerosa).' })
export class FundedExtension {
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;

  @Field(() => ID, { description: 'The extension (modifica).' })
  readonly change!: string;

  @Field(() => ID, { description: 'The agreement that is to be amended (accordo).' })
  readonly agreement!: string;
}
