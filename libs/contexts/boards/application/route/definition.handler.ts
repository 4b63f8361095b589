import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '@tavolo/command';
import type { Answer, Grounded } from '@tavolo/command';
import type { RouteDefinitionId } from '../../contract/index.js';
import type { DecisionState } from '../../domain/decision.state.js';
import type { RouteDefinitionCommand } from '../../domain/route/definition.js';
import { boards, decisions, routeDefinitions } from '../aggregates.js';
import { BoardsPorts } from '../ports.js';
import { RouteDefinitionRequest } from '../requests.js';

/** Every command on a definition of routes: gather what it rests on, decide, append. */
@CommandHandler(RouteDefinitionRequest)
export class RouteDefinitionHandler implements ICommandHandler<RouteDefinitionRequest> {
  constructor(private readonly context: BoardsPorts) {}

  execute(request: RouteDefinitionRequest): Promise<Answer> {
    const { transactions } = this.context.ports;
    return transactions.run(routeDefinitions, request, () => this.#ground(request));
  }

  async #ground(request: RouteDefinitionRequest): Promise<Grounded<RouteDefinitionCommand>> {
    const { asked, target } = request;
    const { transactions } = this.context.ports;
    if (asked.type === 'DefineRoute') {
      const board = await transactions.load(boards, asked.data.board);
      const basis = board ? [board.basis] : [];
      return { command: commandOf(request, { boardKnown: board !== null }), basis };
    }
    const loaded = await transactions.load(decisions, asked.data.decision);
    const adopting = loaded && adoptingOf(loaded.state);
    const grounds = { definition: target as RouteDefinitionId, adopting };
    return { command: commandOf(request, grounds), basis: loaded ? [loaded.basis] : [] };
  }
}

function adoptingOf({ status, board, subject, effectiveFrom }: DecisionState) {
  return status && { status, board, subject, effectiveOn: effectiveFrom };
}
