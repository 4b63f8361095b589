import { IsIdOf, LocalDate, Person, Refusal, Sha256 } from '@tavolo/graphql';
import { ArgsType, createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Length, Matches } from 'class-validator';
import { AccessPolicy } from '../activation/policies.types.js';

const MANDATE = /^[a-z]+-[\w-]{1,80}#[\w-]{1,80}$/u;

@ArgsType()
export class ExplanationArgs {
  @Length(1, 100)
  @Field(() => String, { description: 'The act, by the name of its mutation (atto).' })
  readonly act!: string;

  @IsOptional()
  @Length(1, 120)
  @Field(() => ID, {
    nullable: true,
    description:
      'What it is about; of what is founded, what it is to lie under; none where it lies under nothing.',
  })
  readonly object?: string | null;

  @IsOptional()
  @Matches(MANDATE, { message: '$property is not of the form <stream>#<id> ($value)' })
  @Field(() => ID, { nullable: true, description: 'Under this mandate; unless told, under each.' })
  readonly mandate?: string | null;

  @IsOptional()
  @IsIdOf('person', 'service')
  @Field(() => ID, { nullable: true, description: 'Who; whoever asks, unless told (persona).' })
  readonly person?: string | null;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'On which day; today unless told.' })
  readonly on?: string | null;
}

@ObjectType({ description: 'Something that the log says and that an answer rests on (fatto).' })
export class ExplainedFact {
  @Field(() => String, { description: 'What it says, in the language of the request.' })
  readonly sentence!: string;

  @Field(() => ID, { nullable: true, description: 'The stream that it was read from.' })
  readonly stream!: string | null;

  @Field(() => Int, { nullable: true, description: 'The revision that it was read at.' })
  readonly revision!: number | null;
}

@ObjectType({ description: 'What one mandate makes of an act (esito per un mandato).' })
export class ExplainedMandate {
  @Field(() => ID, { description: 'The mandate (mandato).' })
  readonly mandate!: string;

  @Field(() => String, { description: 'What it is: seat, chair, auditor … (genere).' })
  readonly kind!: string;

  @Field(() => Person, { description: 'Whose it is.' })
  readonly person!: Person;

  @Field(() => Boolean, { description: 'It lets the act happen (consentito).' })
  readonly allowed!: boolean;

  @Field(() => Refusal, { nullable: true, description: 'Why not; null where it does (diniego).' })
  readonly refusal!: Refusal | null;

  @Field(() => [AccessPolicy], { description: 'The policies that decided it.' })
  readonly policies!: readonly AccessPolicy[];

  @Field(() => [ExplainedFact], { description: 'What it rests on, as the log says (fatti).' })
  readonly facts!: readonly ExplainedFact[];
}

@ObjectType({
  description:
    'Why somebody may or may not do something (spiegazione): by the policies of the day, on where things lie now. What a rule of the object itself keeps out is not in it.',
})
export class Explanation {
  @Field(() => Boolean, { description: 'One of the mandates lets it happen (consentito).' })
  readonly allowed!: boolean;

  @Field(() => String, { description: 'What the act is to the policies (azione).' })
  readonly action!: string;

  @Field(() => ID, { description: 'What it is about (oggetto).' })
  readonly object!: string;

  @Field(() => LocalDate, { description: 'The day that was asked about (giorno).' })
  readonly on!: string;

  @Field(() => Sha256, { description: 'The policies of that day; see `policyVersions`.' })
  readonly policyHash!: string;

  @Field(() => [ExplainedMandate], { description: 'For each mandate that was asked about.' })
  readonly mandates!: readonly ExplainedMandate[];

  @Field(() => [AccessPolicy], {
    description: 'The policies that let somebody do it: which mandate would do (chi può).',
  })
  readonly permitting!: readonly AccessPolicy[];
}

export const ExplanationResult = createUnionType({
  name: 'ExplanationResult',
  description: 'An explanation, or why there is none.',
  types: () => [Explanation, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : Explanation),
});
