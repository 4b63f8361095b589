import { AtMoment, euro, Money as MoneyType, Nodes, PageArgs, Person } from '@tavolo/graphql';
import { LocalDate, personOf } from '@tavolo/graphql';
import type { At, Connection, Money, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Plan } from '../../../plans/adapters/graphql/plan.types.js';
import { boardTable } from '../../read-model/board.projection.js';
import type { BoardRow } from '../../read-model/board.projection.js';
import { decisionTable } from '../../read-model/decision.projection.js';
import type { DecisionRow } from '../../read-model/decision.projection.js';
import { procedureTable } from '../../read-model/procedure.rows.js';
import type { ProcedureRow } from '../../read-model/procedure.rows.js';
import { sittingTable } from '../../read-model/sitting.rows.js';
import type { SittingRow } from '../../read-model/sitting.rows.js';
import { Board } from './board.types.js';
import { chosen } from './chosen.js';
import {
  Decision,
  DecisionConnection,
  DecisionSignature,
  DecisionStatusEnum,
  DecisionVote,
  Opinion,
} from './decision.types.js';
import { Procedure } from './procedure.types.js';
import { traceOf } from './sitting.shapes.js';
import { Sitting } from './sitting.types.js';

type Found = At<{ readonly id: string }>;

@ArgsType()
class DecisionsArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this board (organo).' })
  readonly board?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only those that adopt this plan (piano).' })
  readonly plan?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this sitting (seduta).' })
  readonly sitting?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this procedure (procedura).' })
  readonly procedure?: string | null;

  @IsOptional()
  @Field(() => DecisionStatusEnum, { nullable: true, description: 'Only in this state (stato).' })
  readonly status?: string | null;
}

@ArgsType()
class PublishedDecisionsArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this board (organo).' })
  readonly board?: string | null;
}

@Resolver(() => Decision)
export class DecisionResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Decision, { nullable: true, description: 'One decision (deliberazione).' })
  decision(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<DecisionRow> | null> {
    return this.nodes.one(decisionTable, { id, at, context });
  }

  @Query(() => DecisionConnection, { description: 'The decisions, by their proposal.' })
  decisions(
    @Args() { board, plan, sitting, procedure, status, ...page }: DecisionsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<DecisionRow>> {
    const where = chosen({ board, plan, sitting, procedure, status });
    return this.nodes.page(decisionTable, { ...page, where }, { at, context });
  }

  @Query(() => DecisionConnection, {
    description:
      'The decisions that were published, whatever became of them, by their proposal: for everybody, without signing in (albo).',
  })
  publishedDecisions(
    @Args() { board, ...page }: PublishedDecisionsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<DecisionRow>> {
    const where = { ...chosen({ board }), isPublished: ['1'] };
    return this.nodes.page(decisionTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => Boolean, {
    description: 'Whether it was in effect on a day, as far as is recorded here (efficace il).',
  })
  inEffect(
    @Parent() { effectiveOn, endedFrom }: DecisionRow,
    @Args('on', { type: () => LocalDate, description: 'The whole day.' }) on: string,
  ): boolean {
    return effectiveOn !== null && effectiveOn <= on && (endedFrom === null || on < endedFrom);
  }

  @ResolveField(() => Board, { nullable: true, description: 'The board (organo).' })
  board(
    @Parent() { board: id, moment: at }: At<DecisionRow>,
    @Context() context: RequestContext,
  ): Promise<At<BoardRow> | null> {
    return this.nodes.one(boardTable, { id, at, context });
  }

  @ResolveField(() => Plan, { nullable: true, description: 'The plan that it adopts (piano).' })
  plan(
    @Parent() { plan, moment: at }: At<DecisionRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> | null {
    return plan === null ? null : this.nodes.any(plan, at, context);
  }

  @ResolveField(() => Sitting, {
    nullable: true,
    description: 'The sitting whose agenda it is on, or was last on (seduta).',
  })
  sitting(
    @Parent() { sitting: id, moment: at }: At<DecisionRow>,
    @Context() context: RequestContext,
  ): Promise<At<SittingRow> | null> | null {
    return id === null ? null : this.nodes.one(sittingTable, { id, at, context });
  }

  @ResolveField(() => Procedure, {
    nullable: true,
    description: 'The procedure that it is put to, or was last put to (procedura).',
  })
  procedure(
    @Parent() { procedure: id, moment: at }: At<DecisionRow>,
    @Context() context: RequestContext,
  ): Promise<At<ProcedureRow> | null> | null {
    return id === null ? null : this.nodes.one(procedureTable, { id, at, context });
  }

  @ResolveField(() => Person, { description: 'Who proposed it (proponente).' })
  proposer(@Parent() { proposer }: DecisionRow): Person {
    return personOf(proposer);
  }

  @ResolveField(() => MoneyType, { nullable: true, description: 'What it spends (importo).' })
  amount(@Parent() { amountCents }: DecisionRow): Money | null {
    return amountCents === null ? null : euro(amountCents);
  }

  @ResolveField(() => [Opinion], { description: 'Opinions on it (pareri).' })
  opinions(@Parent() { opinions }: DecisionRow): readonly Opinion[] {
    return opinions.map((opinion) => ({ ...opinion, givenBy: personOf(opinion.givenBy) }));
  }

  @ResolveField(() => DecisionVote, { nullable: true, description: 'The vote it came out of.' })
  vote(@Parent() { vote }: DecisionRow): DecisionVote | null {
    return vote && { ...vote, trace: traceOf(vote.trace) };
  }

  @ResolveField(() => DecisionSignature, { nullable: true, description: 'Its signature (firma).' })
  signature(@Parent() { signature }: DecisionRow): DecisionSignature | null {
    return signature && { ...signature, signatory: personOf(signature.signatory) };
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Number in the register of the year (numero), rule D-5: `4/2030`.',
  })
  number(@Parent() { number, year }: DecisionRow): string | null {
    return number === null ? null : `${String(number)}/${String(year)}`;
  }
}

@Resolver(() => Plan)
export class PlanDecisionsResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => [Decision], { description: 'Decisions to adopt it (deliberazioni).' })
  decisions(
    @Parent() { id: value, moment: at }: Found,
    @Context() context: RequestContext,
  ): Promise<readonly At<DecisionRow>[]> {
    return this.nodes.related(decisionTable, 'plan', { value, at, context });
  }

  @ResolveField(() => [Board], { description: 'Boards that govern it (organi).' })
  boards(
    @Parent() { id: value, moment: at }: Found,
    @Context() context: RequestContext,
  ): Promise<readonly At<BoardRow>[]> {
    return this.nodes.related(boardTable, 'plan', { value, at, context });
  }
}
