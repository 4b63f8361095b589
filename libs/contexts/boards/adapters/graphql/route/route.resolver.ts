import { AtMoment, Nodes, PageArgs } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { RecomputingRoutes } from '../../../application/route/recomputing.js';
import { boardTable } from '../../../read-model/board.projection.js';
import type { BoardRow } from '../../../read-model/board.projection.js';
import { decisionTable } from '../../../read-model/decision.projection.js';
import type { DecisionRow } from '../../../read-model/decision.projection.js';
import { routeDefinitionTable } from '../../../read-model/route/definition.projection.js';
import type { RouteDefinitionRow } from '../../../read-model/route/definition.projection.js';
import { routePlaceTable, routeTable } from '../../../read-model/route/route.rows.js';
import type { RoutePlaceRow, RouteRow } from '../../../read-model/route/route.rows.js';
import { Board } from '../board.types.js';
import { chosen } from '../chosen.js';
import { Decision } from '../decision.types.js';
import { RouteDefinition, RouteStage } from './definition.types.js';
import { PlaceStatusEnum, RouteStatusEnum } from './route.enums.js';
import { runsOf, stageShape, timelineOf } from './route.shapes.js';
import {
  Route,
  RouteConnection,
  RouteEntry,
  RoutePlace,
  RoutePlaceConnection,
  RouteRun,
  RouteStageRecomputation,
} from './route.types.js';

@ArgsType()
class RoutesArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this body of origin (organo).' })
  readonly board?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this decision of origin.' })
  readonly decision?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only by this definition (disciplina).' })
  readonly definition?: string | null;

  @IsOptional()
  @Field(() => RouteStatusEnum, { nullable: true, description: 'Only in this state (stato).' })
  readonly status?: string | null;
}

@ArgsType()
class RoutePlacesArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this body (organo).' })
  readonly board?: string | null;

  @IsOptional()
  @Field(() => PlaceStatusEnum, {
    nullable: true,
    description: 'Only where it stands so; WAITING: what the body is asked for now.',
  })
  readonly status?: string | null;
}

@Resolver(() => Route)
export class RouteResolver {
  constructor(
    private readonly nodes: Nodes,
    private readonly recomputing: RecomputingRoutes,
  ) {}

  @Query(() => Route, { nullable: true, description: 'One route (iter).' })
  route(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<RouteRow> | null> {
    return this.nodes.one(routeTable, { id, at, context });
  }

  @Query(() => RouteConnection, { description: 'The routes, by their start.' })
  routes(
    @Args() { board, decision, definition, status, ...page }: RoutesArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<RouteRow>> {
    const where = chosen({ board, decision, definition, status });
    return this.nodes.page(routeTable, { ...page, where }, { at, context });
  }

  @Query(() => RoutePlaceConnection, {
    description: 'Where bodies are asked, and until when (organi interpellati).',
  })
  routePlaces(
    @Args() { board, status, ...page }: RoutePlacesArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<RoutePlaceRow>> {
    return this.nodes.page(
      routePlaceTable,
      { ...page, where: chosen({ board, status }) },
      { at, context },
    );
  }

  @Query(() => [RouteStageRecomputation], {
    description: 'Reckons every stage of a route again, from the log itself (ricalcolo).',
  })
  async recomputeRoute(
    @Args('route', { type: () => ID, description: 'The route.' }) route: string,
    @AtMoment() at: Moment,
  ): Promise<readonly RouteStageRecomputation[]> {
    const stages = await this.recomputing.stages(route, at.position);
    return stages.map(({ recorded, computed, equal }) => {
      const { stage, round, outcome } = recorded;
      const { trace } = computed;
      return { stage, round, equal, recorded: outcome, computed: computed.outcome, trace };
    });
  }

  @ResolveField(() => RouteDefinition, {
    nullable: true,
    description: 'The definition that it started with (disciplina).',
  })
  definition(
    @Parent() { definition: id, moment: at }: At<RouteRow>,
    @Context() context: RequestContext,
  ): Promise<At<RouteDefinitionRow> | null> {
    return this.nodes.one(routeDefinitionTable, { id, at, context });
  }

  @ResolveField(() => Board, { nullable: true, description: 'The body of origin (organo).' })
  board(
    @Parent() { board: id, moment: at }: At<RouteRow>,
    @Context() context: RequestContext,
  ): Promise<At<BoardRow> | null> {
    return this.nodes.one(boardTable, { id, at, context });
  }

  @ResolveField(() => Decision, {
    nullable: true,
    description: 'The decision of the body of origin (deliberazione).',
  })
  decision(
    @Parent() { decision: id, moment: at }: At<RouteRow>,
    @Context() context: RequestContext,
  ): Promise<At<DecisionRow> | null> {
    return this.nodes.one(decisionTable, { id, at, context });
  }

  @ResolveField(() => [RouteStage], { description: 'Its stages as it froze them (fasi).' })
  stages(@Parent() { stages }: RouteRow): readonly RouteStage[] {
    return stages.map(stageShape);
  }

  @ResolveField(() => [RouteRun], {
    description: 'Every stage that opened, of all rounds, in order (fasi svolte).',
  })
  runs(@Parent() row: RouteRow): readonly RouteRun[] {
    return runsOf(row);
  }

  @ResolveField(() => [RoutePlace], { description: 'Every body that was asked (interpellati).' })
  places(
    @Parent() { id: value, moment: at }: At<RouteRow>,
    @Context() context: RequestContext,
  ): Promise<readonly At<RoutePlaceRow>[]> {
    return this.nodes.related(routePlaceTable, 'route', { value, at, context });
  }

  @ResolveField(() => [RouteEntry], {
    description: 'All that happened on it, on every level, in order (cronologia).',
  })
  timeline(@Parent() row: RouteRow): readonly RouteEntry[] {
    return timelineOf(row);
  }
}

@Resolver(() => RoutePlace)
export class RoutePlaceResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Route, { nullable: true, description: 'The route (iter).' })
  route(
    @Parent() { route: id, moment: at }: At<RoutePlaceRow>,
    @Context() context: RequestContext,
  ): Promise<At<RouteRow> | null> {
    return this.nodes.one(routeTable, { id, at, context });
  }

  @ResolveField(() => Board, { nullable: true, description: 'The body (organo).' })
  board(
    @Parent() { board: id, moment: at }: At<RoutePlaceRow>,
    @Context() context: RequestContext,
  ): Promise<At<BoardRow> | null> {
    return this.nodes.one(boardTable, { id, at, context });
  }
}
