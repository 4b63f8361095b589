import type { Provider } from '@nestjs/common';
import { DecisionRouteResolver } from './adapters/graphql/route/decision-route.resolver.js';
import { RouteDefinitionResolver } from './adapters/graphql/route/definition.resolver.js';
import { RouteMutations } from './adapters/graphql/route/route.mutations.js';
import { RoutePlaceResolver, RouteResolver } from './adapters/graphql/route/route.resolver.js';
import { ReadBodiesOfLevel } from './adapters/read-model/bodies-of-level.js';
import { routeAdoptionProcess } from './application/route/adoption.process.js';
import { BodiesOfLevel } from './application/route/bodies.js';
import { routeBodyProcess } from './application/route/body.process.js';
import { RouteDefinitionHandler } from './application/route/definition.handler.js';
import { routeFlightProcess } from './application/route/flight.process.js';
import { routeLeftProcess } from './application/route/left.process.js';
import { routeOriginProcess } from './application/route/origin.process.js';
import { RecomputingRoutes } from './application/route/recomputing.js';
import { RouteHandler } from './application/route/route.handler.js';
import { routeVoiceProcess } from './application/route/voice.process.js';

/** What the module of boards provides for approval routes. */
export const routeProviders: readonly Provider[] = [
  { provide: BodiesOfLevel, useClass: ReadBodiesOfLevel },
  DecisionRouteResolver,
  RecomputingRoutes,
  RouteDefinitionHandler,
  RouteDefinitionResolver,
  RouteHandler,
  RouteMutations,
  RoutePlaceResolver,
  RouteResolver,
];

/** What happens on a route by itself. */
export const routeProcesses = [
  routeAdoptionProcess,
  routeBodyProcess,
  routeFlightProcess,
  routeLeftProcess,
  routeOriginProcess,
  routeVoiceProcess,
] as const;
