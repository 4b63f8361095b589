import { Nodes } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import { Context, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { DecisionRow } from '../../../read-model/decision.projection.js';
import { routeTable } from '../../../read-model/route/route.rows.js';
import type { RouteRow } from '../../../read-model/route/route.rows.js';
import { Decision } from '../decision.types.js';
import { RouteStage } from './definition.types.js';
import { RouteMoveEnum, RouteResultEnum } from './route.enums.js';
import { stageShape } from './route.shapes.js';
import { Route } from './route.types.js';

/** What a decision has to do with routes: it waits for one, came by one, moves one, rules them. */
@Resolver(() => Decision)
export class DecisionRouteResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Route, {
    nullable: true,
    description: 'The route whose result it waits for, or has had (iter).',
  })
  route(
    @Parent() { route, moment: at }: At<DecisionRow>,
    @Context() context: RequestContext,
  ): Promise<At<RouteRow> | null> | null {
    return route === null ? null : this.nodes.one(routeTable, { id: route, at, context });
  }

  @ResolveField(() => RouteResultEnum, {
    nullable: true,
    description: 'The result of that route; it is not signed before it (rule D-9).',
  })
  routeResult(@Parent() { routeResult }: DecisionRow): string | null {
    return routeResult;
  }

  @ResolveField(() => Route, {
    nullable: true,
    description: 'The route that it came by, or that it moves (iter di provenienza).',
  })
  cameBy(
    @Parent() { cameBy, moment: at }: At<DecisionRow>,
    @Context() context: RequestContext,
  ): Promise<At<RouteRow> | null> | null {
    return cameBy === null ? null : this.nodes.one(routeTable, { id: cameBy, at, context });
  }

  @ResolveField(() => ID, { nullable: true, description: 'The stage of that route (fase).' })
  routeStage(@Parent() { stage }: DecisionRow): string | null {
    return stage;
  }

  @ResolveField(() => Int, { nullable: true, description: 'The round of that route (tornata).' })
  routeRound(@Parent() { round }: DecisionRow): number | null {
    return round;
  }

  @ResolveField(() => RouteMoveEnum, { nullable: true, description: 'How it moves that route.' })
  routeMove(@Parent() { move }: DecisionRow): string | null {
    return move;
  }

  @ResolveField(() => Boolean, {
    description: 'The route that it came by waits for it no more: it is not voted on.',
  })
  leftByRoute(@Parent() { leftByRoute }: DecisionRow): boolean {
    return leftByRoute;
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The definition of routes that it adopts a version of (disciplina).',
  })
  routeDefinition(@Parent() { definition }: DecisionRow): string | null {
    return definition;
  }

  @ResolveField(() => [RouteStage], {
    nullable: true,
    description: 'The stages of the version that it adopts (fasi).',
  })
  adoptedStages(@Parent() { routeRules }: DecisionRow): readonly RouteStage[] | null {
    return routeRules?.stages.map(stageShape) ?? null;
  }
}
