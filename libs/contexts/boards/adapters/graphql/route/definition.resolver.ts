import { AtMoment, Nodes, PageArgs, refusalOf } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { routeDryRunOf } from '../../../domain/route/definition.warnings.js';
import { routeDefinitionTable } from '../../../read-model/route/definition.projection.js';
import type { RouteDefinitionRow } from '../../../read-model/route/definition.projection.js';
import { chosen } from '../chosen.js';
import {
  RouteDefinition,
  RouteDefinitionConnection,
  RouteDryRun,
  RouteVersion,
} from './definition.types.js';
import { RouteRulesInput } from './route.inputs.js';
import { rulesFrom, versionsOf } from './route.shapes.js';

@ArgsType()
class RouteDefinitionsArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this board (organo).' })
  readonly board?: string | null;
}

@ArgsType()
class RouteDryRunArgs {
  @ValidateNested()
  @Type(() => RouteRulesInput)
  @Field(() => RouteRulesInput, { description: 'The rules to try (disciplina).' })
  readonly rules!: RouteRulesInput;
}

@Resolver(() => RouteDefinition)
export class RouteDefinitionResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => RouteDefinition, {
    nullable: true,
    description: 'One definition of routes (disciplina dell’iter).',
  })
  routeDefinition(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<RouteDefinitionRow> | null> {
    return this.nodes.one(routeDefinitionTable, { id, at, context });
  }

  @Query(() => RouteDefinitionConnection, { description: 'Definitions of routes, by name.' })
  routeDefinitions(
    @Args() { board, ...page }: RouteDefinitionsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<RouteDefinitionRow>> {
    return this.nodes.page(
      routeDefinitionTable,
      { ...page, where: chosen({ board }) },
      { at, context },
    );
  }

  @Query(() => RouteDryRun, {
    description: 'Tries a definition of routes and warns of unsafe settings (prova a secco).',
  })
  routeDryRun(
    @Args() { rules }: RouteDryRunArgs,
    @Context() { locale }: RequestContext,
  ): RouteDryRun {
    const { refusal, warnings } = routeDryRunOf(rulesFrom(rules));
    return {
      refusal: refusal && refusalOf(refusal, locale),
      warnings: warnings.map((one) => refusalOf(one, locale)),
    };
  }

  @ResolveField(() => [RouteVersion], { description: 'Its versions, the newest last (versioni).' })
  versions(@Parent() row: RouteDefinitionRow): readonly RouteVersion[] {
    return versionsOf(row);
  }
}
