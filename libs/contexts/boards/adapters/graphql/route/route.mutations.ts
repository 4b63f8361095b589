import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RouteMove } from '../../../contract/index.js';
import { DecisionResult } from '../decision.types.js';
import { RouteDefinitionResult } from './definition.types.js';
import {
  DefineRouteInput,
  ObjectToRouteInput,
  ResubmitToRouteInput,
  SendRouteBackInput,
  StartRouteInput,
  WithdrawRouteInput,
} from './route.inputs.js';
import { RouteResult } from './route.types.js';

/** What people do on routes; what bodies answer is read from their own votes. */
@Resolver()
export class RouteMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => RouteDefinitionResult, {
    description: 'Gives a body a definition of routes (disciplina).',
  })
  defineRoute(
    @Args('input') input: DefineRouteInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const about = { aggregate: 'routedefinition', field: 'routeDefinition' };
    return this.mutations.send({ ...about, type: 'DefineRoute', target: null, input }, context);
  }

  @Mutation(() => RouteResult, { description: 'Sends a decision on a route (avvio dell’iter).' })
  startRoute(
    @Args('input') input: StartRouteInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...onRoute, type: 'StartRoute', target: null, input }, context);
  }

  @Mutation(() => RouteResult, { description: 'Puts a matter to its route again.' })
  resubmitToRoute(
    @Args('input') { route: target, ...input }: ResubmitToRouteInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...onRoute, type: 'ResubmitToRoute', target, input }, context);
  }

  @Mutation(() => RouteResult, { description: 'Takes a matter back from its route (ritiro).' })
  withdrawRoute(
    @Args('input') { route: target, ...input }: WithdrawRouteInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...onRoute, type: 'WithdrawRoute', target, input }, context);
  }

  @Mutation(() => DecisionResult, {
    description: 'Proposes an objection to the body that is to vote on it (opposizione).',
  })
  objectToRoute(
    @Args('input') input: ObjectToRouteInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#propose('object', input, context);
  }

  @Mutation(() => DecisionResult, {
    description: 'Proposes a sending back to the body that is to vote on it (rinvio).',
  })
  sendRouteBack(
    @Args('input') input: SendRouteBackInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#propose('sendBack', input, context);
  }

  #propose(
    move: RouteMove,
    { route, stage, round, ...proposal }: ObjectToRouteInput,
    context: RequestContext,
  ): Promise<CommandResult> {
    const input = { ...proposal, subject: { kind: 'moveRoute', move, route, stage, round } };
    const about = { aggregate: 'decision', field: 'decision', type: 'ProposeDecision' };
    return this.mutations.send({ ...about, target: null, input }, context);
  }
}

const onRoute = { aggregate: 'route', field: 'route' } as const;
