import { enumOf } from '@tavolo/graphql';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { loginLevels } from '../../contract/index.js';

const MINUTES_MAX = 10_080; // A week.

const LoginLevelEnum = enumOf(
  'LoginLevel',
  loginLevels,
  'How surely a login says who somebody is: as SPID 1, 2, 3 (livello di garanzia).',
);

@ObjectType({ description: 'How who acts must have signed in (accesso richiesto).' })
export class LoginRule {
  @Field(() => LoginLevelEnum, { description: 'The level, at least (livello).' })
  readonly assurance!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'So many minutes ago at the most; at any time when absent (validità).',
  })
  readonly withinMinutes?: number;
}

@InputType({ description: 'How who acts must have signed in (accesso richiesto).' })
export class LoginRuleInput {
  @Field(() => LoginLevelEnum, { description: 'The level, at least (livello).' })
  readonly assurance!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MINUTES_MAX)
  @Field(() => Int, {
    nullable: true,
    description: 'So many minutes ago at the most; at any time when absent (validità).',
  })
  readonly withinMinutes?: number;
}
