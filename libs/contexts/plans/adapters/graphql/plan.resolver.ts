import { AtMoment, euro, Money as MoneyType, Nodes, PageArgs } from '@tavolo/graphql';
import { Person, personOf } from '@tavolo/graphql';
import type { At, Connection, Money, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import { Call } from '../../../programmes/adapters/graphql/call.types.js';
import { planTable } from '../../read-model/plan.rows.js';
import type { ActionRow, PlanRow, TableRow, VersionRow } from '../../read-model/plan.rows.js';
import { CoDesignTable } from './co-design.types.js';
import { PlanAction } from './plan-content.types.js';
import { PlanStatusEnum } from './plan.enums.js';
import { Plan, PlanAdoption, PlanApproval, PlanConnection, PlanVersion } from './plan.types.js';

/** Another object, as whoever registered it reads it. */
type Found = At<{ readonly id: string }>;

@ArgsType()
class PlansArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only under this call (avviso).' })
  readonly call?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Only of this region (NUTS code).' })
  readonly region?: string | null;

  @IsOptional()
  @Field(() => PlanStatusEnum, { nullable: true, description: 'Only in this state (stato).' })
  readonly status?: string | null;
}

@Resolver(() => Plan)
export class PlanResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Plan, { nullable: true, description: 'One plan (piano).' })
  plan(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<PlanRow> | null> {
    return this.nodes.one(planTable, { id, at, context });
  }

  @Query(() => PlanConnection, { description: 'The plans, by title (piani).' })
  plans(
    @Args() { call, region, status, ...page }: PlansArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<PlanRow>> {
    const where = {
      ...only('call', call),
      ...only('regionCode', region),
      ...only('status', status),
    };
    return this.nodes.page(planTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => Call, { nullable: true, description: 'The call it is under (avviso).' })
  call(
    @Parent() { call, moment: at }: At<PlanRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.nodes.any(call, at, context);
  }

  @ResolveField(() => Partner, { nullable: true, description: 'The lead partner (capofila).' })
  lead(
    @Parent() { lead, moment: at }: At<PlanRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.nodes.any(lead, at, context);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'The procedure officer (responsabile del procedimento).',
  })
  officer(@Parent() { officer }: PlanRow): Person | null {
    return officer === null ? null : personOf(officer);
  }

  @ResolveField(() => MoneyType, { description: 'The sum of its budget lines (costo totale).' })
  total(@Parent() { totalCents }: PlanRow): Money {
    return euro(totalCents);
  }

  @ResolveField(() => [PlanAction], { description: 'Its lines of action (azioni).' })
  actions(@Parent() { actions, moment }: At<PlanRow>): readonly At<ActionRow>[] {
    return actions.map((action) => ({ ...action, moment }));
  }

  @ResolveField(() => [CoDesignTable], { description: 'Where it is co-designed (tavoli).' })
  tables(@Parent() { tables, moment }: At<PlanRow>): readonly At<TableRow>[] {
    return tables.map((table) => ({ ...table, moment }));
  }

  @ResolveField(() => [PlanVersion], { description: 'Its consolidated versions (versioni).' })
  versions(@Parent() { versions }: PlanRow): readonly VersionRow[] {
    return versions;
  }

  @ResolveField(() => PlanAdoption, { nullable: true, description: 'Its adoption (adozione).' })
  adoption(@Parent() { adoption }: PlanRow) {
    return adoption && { ...adoption, decisionId: adoption.decision };
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who submitted it (inviato da).' })
  submittedBy(@Parent() { submittedBy }: PlanRow): Person | null {
    return submittedBy === null ? null : personOf(submittedBy);
  }

  @ResolveField(() => PlanApproval, {
    nullable: true,
    description: 'Its approval by the authority (approvazione).',
  })
  approval(@Parent() { approval }: PlanRow): PlanRow['approval'] {
    return approval;
  }
}

function only(column: 'call' | 'regionCode' | 'status', value: string | null | undefined) {
  return value === null || value === undefined ? {} : { [column]: [value] };
}
