import { enumOf } from '@tavolo/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';

/** The steps that a plan can be checked for. */
export const readinessSteps = [
  'validation',
  'adoption',
  'submission',
  'completion',
  'closure',
] as const;

export const ReadinessStepEnum = enumOf(
  'ReadinessStep',
  readinessSteps,
  'The step that a plan is checked for (passo da compiere).',
);

@ObjectType({ description: 'One thing that a step still needs (elemento mancante).' })
export class MissingItem {
  @Field(() => String, { description: 'Number of the rule that asks for it (regola).' })
  readonly rule!: string;

  @Field(() => String, { description: 'Code of the refusal that it would be.' })
  readonly code!: string;

  @Field(() => String, { description: 'What is missing, in the reader’s language.' })
  readonly message!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The part of the plan that it is missing in; null is the whole.',
  })
  readonly part!: string | null;

  @Field(() => String, {
    description:
      'Where to go: the path of the field in the plan, for example `actions.6f1c….targetGroups`.',
  })
  readonly field!: string;

  @Field(() => String, { description: 'The mutation that mends it; empty where none does.' })
  readonly mutation!: string;
}

@ObjectType({
  description: 'Whether a plan is ready for a step, and what it still needs (verifica).',
})
export class PlanReadiness {
  @Field(() => ReadinessStepEnum, { description: 'The step (passo).' })
  readonly step!: string;

  @Field(() => Boolean, { description: 'Nothing is missing (pronto).' })
  readonly ready!: boolean;

  @Field(() => [MissingItem], { description: 'All that is missing, at once (elementi mancanti).' })
  readonly missing!: readonly MissingItem[];
}
