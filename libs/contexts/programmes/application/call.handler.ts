import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Aggregate, Answer, Grounded } from '@tavolo/command';
import { Plans } from '@tavolo/plans';
import type { PlanId } from '@tavolo/plans';
import type { CallEvent } from '../domain/call.events.js';
import { call } from '../domain/call.js';
import type { CallCommand, CallState } from '../domain/call.js';
import { programmes } from './programme.handler.js';

export const calls: Aggregate<CallState, CallCommand, CallEvent> = {
  category: 'call',
  decider: call,
  version: 1,
  creates: ['DraftCall'],
  ofEffect: [
    ...(['ApproveCall', 'RecordCourtRegistration', 'PublishCall'] as const),
    ...(['ExtendDeadline', 'AssignFunding'] as const),
  ],
};

export class CallRequest extends CommandRequest<CallCommand> {}

@CommandHandler(CallRequest)
export class CallHandler implements ICommandHandler<CallRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: Plans,
  ) {}

  execute(request: CallRequest): Promise<Answer> {
    return this.transactions.run(calls, request, () => this.#ground(request));
  }

  /** Two commands rest on another stream: the programme of a new call, the plan that gets funds. */
  #ground(request: CallRequest): Grounded<CallCommand> | Promise<Grounded<CallCommand>> {
    const { asked } = request;
    switch (asked.type) {
      case 'DraftCall':
        return this.#onProgramme(request, asked.data.programme);
      case 'AssignFunding':
        return this.#onPlan(request, asked.data.plan);
      default:
        return { command: commandOf(request) };
    }
  }

  async #onProgramme(request: CallRequest, id: string): Promise<Grounded<CallCommand>> {
    const found = await this.transactions.load(programmes, id);
    const programme = found && { isAdopted: found.state.status === 'adopted' };
    return { command: commandOf(request, { programme }), basis: found ? [found.basis] : [] };
  }

  async #onPlan(request: CallRequest, id: PlanId): Promise<Grounded<CallCommand>> {
    const found = await this.plans.standing(id);
    const plan = found && { call: found.call };
    const command = commandOf(request, { call: request.target, plan });
    return { command, basis: found ? [found.basis] : [] };
  }
}
