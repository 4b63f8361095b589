import { AtMoment, euro, Instant, Nodes, PageArgs } from '@tavolo/graphql';
import type { At, Connection, Money, RequestContext } from '@tavolo/graphql';
import { Money as MoneyType } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { deadlineFor } from '../../contract/index.js';
import type { CallStanding } from '../../contract/index.js';
import { callTable } from '../../read-model/call.rows.js';
import type { AssignmentRow, CallRow } from '../../read-model/call.rows.js';
import { programmeTable } from '../../read-model/programme.projection.js';
import type { ProgrammeRow } from '../../read-model/programme.projection.js';
import {
  Call,
  CallConnection,
  CallStatusEnum,
  FundingAssignment,
  FundsReturn,
} from './call.types.js';
import { Programme } from './programme.types.js';

@ArgsType()
class CallsArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this programme.' })
  readonly programme?: string | null;

  @IsOptional()
  @Field(() => CallStatusEnum, { nullable: true, description: 'Only in this state.' })
  readonly status?: string | null;
}

@Resolver(() => Call)
export class CallResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Call, { nullable: true, description: 'One call (avviso).' })
  call(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<CallRow> | null> {
    return this.nodes.one(callTable, { id, at, context });
  }

  @Query(() => CallConnection, { description: 'The calls, by number (avvisi).' })
  calls(
    @Args() { programme, status, ...page }: CallsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<CallRow>> {
    const where = {
      ...(programme != null && { programme: [programme] }),
      ...(status != null && { status: [status] }),
    };
    return this.nodes.page(callTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => MoneyType, { description: 'Budget (dotazione).' })
  budget(@Parent() { budgetCents }: CallRow): Money {
    return euro(budgetCents);
  }

  @ResolveField(() => Instant, {
    nullable: true,
    description: 'The deadline that holds for one region (B-12, termine per la regione).',
  })
  deadlineFor(
    @Parent() call: CallRow,
    @Args('region', { type: () => String, description: 'Code of the region, for example `ITC4`.' })
    region: string,
  ): string | null {
    return deadlineFor(call as unknown as CallStanding, region);
  }

  @ResolveField(() => [FundingAssignment], { description: 'Funds assigned (assegnazioni).' })
  assignments(@Parent() { assignments }: CallRow) {
    return assignments.map((one: AssignmentRow) => ({ ...one, amount: euro(one.cents) }));
  }

  @ResolveField(() => [FundsReturn], {
    description: 'What came back of assignments, each with who has it now (B-10, ritorni).',
  })
  returned(@Parent() { returned }: CallRow) {
    return returned.map((one) => ({ ...one, amount: euro(one.cents) }));
  }

  @ResolveField(() => MoneyType, {
    description: 'What is left to assign, with what came back to the call (B-1, B-10, residuo).',
  })
  residual(@Parent() { budgetCents, assignments, returned }: CallRow): Money {
    const back = returned.filter(({ pool }) => pool === 'call');
    return euro(budgetCents - totalOf(assignments) + totalOf(back));
  }

  @ResolveField(() => Programme, { description: 'The programme it belongs to (programma).' })
  programme(
    @Parent() { programme: id, moment: at }: At<CallRow>,
    @Context() context: RequestContext,
  ): Promise<At<ProgrammeRow> | null> {
    return this.nodes.one(programmeTable, { id, at, context });
  }

  @ResolveField(() => Call, {
    nullable: true,
    description: 'The call that this one continues (avviso precedente).',
  })
  continues(
    @Parent() { continues: id, moment: at }: At<CallRow>,
    @Context() context: RequestContext,
  ): Promise<At<CallRow> | null> {
    return id === null ? Promise.resolve(null) : this.nodes.one(callTable, { id, at, context });
  }
}

function totalOf(amounts: readonly { readonly cents: number }[]): number {
  return amounts.reduce((total, { cents }) => total + cents, 0);
}
