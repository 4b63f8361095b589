import { AtMoment, LocalDate, Nodes, PageArgs, personOf } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { conditionTable } from '../../read-model/condition.projection.js';
import type { ConditionRow } from '../../read-model/condition.projection.js';
import type { DecisionConditionRow, SubmissionRow } from '../../read-model/decision.later.rows.js';
import type { DecisionRow } from '../../read-model/decision.projection.js';
import { chosen } from './chosen.js';
import { Decision } from './decision.types.js';
import {
  ConditionStatusEnum,
  ConditionSubmission,
  ConditionVerifierView,
  DecisionCondition,
  DecisionConditionConnection,
  Erratum,
  Implementation,
  Objection,
  UrgentAct,
} from './later.types.js';

@ArgsType()
class ConditionsArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this board (organo).' })
  readonly board?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this decision (deliberazione).' })
  readonly decision?: string | null;

  @IsOptional()
  @Field(() => ConditionStatusEnum, { nullable: true, description: 'Only in this state (stato).' })
  readonly status?: string | null;
}

/** A condition where it is shown: in its decision, or in the list of what falls due. */
type Shown = Pick<DecisionConditionRow, 'dueOn' | 'status' | 'submissions' | 'verifier'>;

@Resolver(() => DecisionCondition)
export class ConditionResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => DecisionConditionConnection, {
    description: 'Conditions that bind, by their due days (condizioni in scadenza).',
  })
  conditions(
    @Args() { board, decision, status, ...page }: ConditionsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<ConditionRow>> {
    const where = chosen({ board, decision, status });
    return this.nodes.page(conditionTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => Boolean, {
    description: 'Whether its due day is over on a day and it is not met (scaduta).',
  })
  overdue(
    @Parent() { dueOn, status }: Shown,
    @Args('on', { type: () => LocalDate, description: 'The whole day.' }) on: string,
  ): boolean {
    return on > dueOn && status !== 'Met' && status !== 'Waived';
  }

  @ResolveField(() => ConditionVerifierView, { description: 'Who verifies it (chi verifica).' })
  verifier(@Parent() { verifier }: Shown): ConditionVerifierView {
    const { kind } = verifier;
    return {
      kind,
      seat: verifier.kind === 'seat' ? verifier.seat : null,
      person: verifier.kind === 'person' ? personOf(verifier.person) : null,
    };
  }

  @ResolveField(() => [ConditionSubmission], { description: 'Evidence submitted (prove).' })
  submissions(@Parent() { submissions }: Shown): readonly ConditionSubmission[] {
    return submissions.map((one) => submissionOf(one));
  }
}

function submissionOf({ submittedBy, verifiedBy, ...rest }: SubmissionRow): ConditionSubmission {
  const looked = verifiedBy === null ? null : personOf(verifiedBy);
  return { ...rest, submittedBy: personOf(submittedBy), verifiedBy: looked };
}

/** What comes beside and after the vote, on a decision. */
@Resolver(() => Decision)
export class LaterResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => [DecisionCondition], { description: 'Its conditions (condizioni).' })
  conditions(@Parent() { id: decision, board, conditions }: DecisionRow) {
    return conditions.map((one) => ({ ...one, condition: one.id, decision, board }));
  }

  @ResolveField(() => [Erratum], { description: 'What put its text right (rettifiche).' })
  errata(@Parent() { errata }: DecisionRow): readonly Erratum[] {
    return errata.map((one) => ({ ...one, signatory: personOf(one.signatory) }));
  }

  @ResolveField(() => UrgentAct, { nullable: true, description: 'How the chair decided alone.' })
  urgency(@Parent() { urgency }: DecisionRow): UrgentAct | null {
    return urgency && { ...urgency, decidedBy: personOf(urgency.decidedBy) };
  }

  @ResolveField(() => Implementation, { nullable: true, description: 'Attuazione, rule D-9.' })
  async implementation(
    @Parent() { implementation, moment }: At<DecisionRow>,
    @Context() context: RequestContext,
  ): Promise<Implementation | null> {
    if (!implementation) return null;
    const { partner, assignedBy, confirmedBy, ...rest } = implementation;
    return {
      ...rest,
      partner: partner === null ? null : await this.nodes.any(partner, moment, context),
      assignedBy: personOf(assignedBy),
      confirmedBy: confirmedBy === null ? null : personOf(confirmedBy),
    };
  }

  @ResolveField(() => Boolean, {
    description: 'Whether it was to be carried out before a day and is not (in ritardo).',
  })
  overdue(
    @Parent() { implementation }: DecisionRow,
    @Args('on', { type: () => LocalDate, description: 'The whole day.' }) on: string,
  ): boolean {
    return implementation?.evidence === null && on > implementation.dueOn;
  }

  @ResolveField(() => [Objection], { description: 'Objections to it (opposizioni).' })
  async objections(
    @Parent() { objections, moment }: At<DecisionRow>,
    @Context() context: RequestContext,
  ): Promise<readonly Objection[]> {
    return await Promise.all(
      objections.map(async ({ organisation, lodgedBy, ...rest }) => ({
        ...rest,
        lodgedBy: personOf(lodgedBy),
        organisation:
          organisation === null ? null : await this.nodes.any(organisation, moment, context),
      })),
    );
  }
}
