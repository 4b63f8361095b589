import { AtMoment, Nodes, PageArgs, personOf } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Network } from '../../../networks/adapters/graphql/network.types.js';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import { Plan } from '../../../plans/adapters/graphql/plan.types.js';
import { boardTable } from '../../read-model/board.projection.js';
import type { BoardRow, OfficeRow } from '../../read-model/board.projection.js';
import { decisionTable } from '../../read-model/decision.projection.js';
import type { DecisionRow } from '../../read-model/decision.projection.js';
import { sittingTable } from '../../read-model/sitting.rows.js';
import type { SittingRow } from '../../read-model/sitting.rows.js';
import { Board, BoardConnection, BoardLevelEnum, BoardOffice, BoardSeat } from './board.types.js';
import { Decision } from './decision.types.js';
import { chosen } from './chosen.js';
import { Sitting } from './sitting.types.js';

type Found = At<{ readonly id: string }>;

@ArgsType()
class BoardsArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this network (rete).' })
  readonly network?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this plan (piano).' })
  readonly plan?: string | null;

  @IsOptional()
  @Field(() => BoardLevelEnum, { nullable: true, description: 'Only at this level (livello).' })
  readonly level?: string | null;
}

@Resolver(() => Board)
export class BoardResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Board, { nullable: true, description: 'One board (organo).' })
  board(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<BoardRow> | null> {
    return this.nodes.one(boardTable, { id, at, context });
  }

  @Query(() => BoardConnection, { description: 'The boards, by name (organi).' })
  boards(
    @Args() { network, plan, level, ...page }: BoardsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<BoardRow>> {
    return this.nodes.page(
      boardTable,
      { ...page, where: chosen({ network, plan, level }) },
      { at, context },
    );
  }

  @ResolveField(() => Network, { nullable: true, description: 'The network it governs (rete).' })
  network(
    @Parent() { network, moment: at }: At<BoardRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> | null {
    return network === null ? null : this.nodes.any(network, at, context);
  }

  @ResolveField(() => Plan, { nullable: true, description: 'The plan it governs (piano).' })
  plan(
    @Parent() { plan, moment: at }: At<BoardRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> | null {
    return plan === null ? null : this.nodes.any(plan, at, context);
  }

  @ResolveField(() => [BoardSeat], { description: 'Its seats (seggi).' })
  seats(@Parent() { id, seats, moment }: At<BoardRow>) {
    return seats.map((seat) => ({
      ...seat,
      moment,
      mandate: `${id}#${seat.seat}`,
      person: personOf(seat.person),
    }));
  }

  @ResolveField(() => [BoardOffice], { description: 'Its chairs, the first first (presidenti).' })
  chairs(@Parent() { id, chairs }: BoardRow): readonly BoardOffice[] {
    return chairs.map((office) => officeOf(office, `${id}#chair-${String(office.n)}`));
  }

  @ResolveField(() => [BoardOffice], { description: 'Its vice chairs (vicepresidenti).' })
  viceChairs(@Parent() { id, viceChairs }: BoardRow): readonly BoardOffice[] {
    return viceChairs.map((office) => officeOf(office, `${id}#vice-${String(office.n)}`));
  }

  @ResolveField(() => [BoardOffice], { description: 'Its alternates (supplenti).' })
  alternates(@Parent() { id, alternates }: BoardRow): readonly BoardOffice[] {
    return alternates.map((office) => officeOf(office, `${id}#alternate-${String(office.n)}`));
  }

  @ResolveField(() => [BoardOffice], { description: 'Its secretaries (segretari).' })
  secretaries(@Parent() { id, secretaries }: BoardRow): readonly BoardOffice[] {
    return secretaries.map((office) => officeOf(office, `${id}#secretary-${String(office.n)}`));
  }

  @ResolveField(() => [Sitting], { description: 'Its sittings, by their time (sedute).' })
  sittings(
    @Parent() { id: value, moment: at }: At<BoardRow>,
    @Context() context: RequestContext,
  ): Promise<readonly At<SittingRow>[]> {
    return this.nodes.related(sittingTable, 'board', { value, at, context });
  }

  @ResolveField(() => [Decision], { description: 'What was proposed to it (deliberazioni).' })
  decisions(
    @Parent() { id: value, moment: at }: At<BoardRow>,
    @Context() context: RequestContext,
  ): Promise<readonly At<DecisionRow>[]> {
    return this.nodes.related(decisionTable, 'board', { value, at, context });
  }
}

@Resolver(() => BoardSeat)
export class BoardSeatResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Partner, { nullable: true, description: 'On whose behalf (ente).' })
  organisation(
    @Parent() { organisation, moment: at }: At<{ readonly organisation: string | null }>,
    @Context() context: RequestContext,
  ): Promise<Found | null> | null {
    return organisation === null ? null : this.nodes.any(organisation, at, context);
  }
}

function officeOf({ seat, person, from, until }: OfficeRow, mandate: string): BoardOffice {
  return { mandate, seat, person: personOf(person), from, until };
}
