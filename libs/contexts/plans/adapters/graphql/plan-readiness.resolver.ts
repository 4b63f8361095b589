import { AtMoment, IsIdOf, Nodes, refusalOf } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { missingFor, statesOf } from '../../domain/plan.missing.js';
import type { PlanStep } from '../../domain/plan.missing.js';
import { planRules } from '../../domain/plan.rules.js';
import { planTable } from '../../read-model/plan.rows.js';
import { checkedOf } from './checked-plan.js';
import { BesidePlan } from './beside-plan.js';
import { PlanReadiness, ReadinessStepEnum } from './plan-readiness.types.js';

@ArgsType()
class ReadinessArgs {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;

  @Field(() => ReadinessStepEnum, { defaultValue: 'adoption', description: 'The step (passo).' })
  readonly step!: PlanStep;
}

@Resolver()
export class PlanReadinessResolver {
  constructor(
    private readonly nodes: Nodes,
    private readonly beside: BesidePlan,
  ) {}

  @Query(() => PlanReadiness, {
    nullable: true,
    description:
      'What a plan still needs for a step, every item with the field to go to (verifica di completezza).',
  })
  async readiness(
    @Args() { plan: id, step }: ReadinessArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<PlanReadiness | null> {
    const row = await this.nodes.one(planTable, { id, at, context });
    if (!row) return null;
    const checked = checkedOf(row, await this.beside.of(row, at));
    const missing = missingFor(step, checked).map(
      ({ code, part, details: about, field, mutation }) => {
        const details = {
          ...{ missing: part ?? field, status: row.status, allowed: statesOf(step) },
          ...about,
        };
        const { rule, message } = refusalOf({ ...planRules[code], details }, context.locale);
        return { field, mutation, rule, code, message, part };
      },
    );
    return { step, ready: missing.length === 0, missing };
  }
}
