import { CommandInput, IsIdOf } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';

/** What every later command on a programme names. */
@InputType({ isAbstract: true })
export abstract class OnProgrammeInput extends CommandInput {
  @IsIdOf('programme')
  @Field(() => ID, { description: 'The programme (programma).' })
  readonly programme!: string;
}

/** What every command on the money of a plan names. */
@InputType({ isAbstract: true })
export abstract class OnBudgetInput extends CommandInput {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;
}
