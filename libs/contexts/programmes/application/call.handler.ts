import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Aggregate, Answer, Grounded } from '@tavolo/command';
import { Plans } from '@tavolo/plans';
import type { PlanId } from '@tavolo/plans';
import { callEventTypes } from '../domain/call.events.js';
import type { CallEvent } from '../domain/call.events.js';
import { call } from '../domain/call.js';
import type { CallCommand } from '../domain/call.js';
import type { CallState } from '../domain/call.state.js';
import type { ConcludeCall } from '../domain/call.course.commands.js';
import { runningStatuses } from '../domain/programme.course.js';
import { programmes } from './programme.handler.js';

export const calls: Aggregate<CallState, CallCommand, CallEvent> = {
  category: 'call',
  decider: call,
  version: 4,
  eventTypes: callEventTypes,
  creates: ['DraftCall'],
  ofEffect: [
    ...(['ApproveCall', 'PublishCall', 'ExtendDeadline', 'AssignFunding', 'RectifyCall'] as const),
    ...(['WithdrawCall', 'AnnulCall', 'SuspendCall', 'ResumeCall', 'ApproveRanking'] as const),
    ...(['AwardFunding', 'ScrollReserveList', 'ConcludeCall', 'IncreaseCallBudget'] as const),
    ...(['IncreaseAssignment', 'ReduceAssignment', 'RecordCourtRegistration'] as const),
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
    return this.transactions.run(calls, request, (state) => this.#ground(request, state));
  }

  /** What rests on another stream: its programme, the plans that get funds. */
  #ground(
    request: CallRequest,
    state: CallState,
  ): Grounded<CallCommand> | Promise<Grounded<CallCommand>> {
    const { asked } = request;
    switch (asked.type) {
      case 'DraftCall':
        return this.#onProgramme(request, asked.data.programme);
      case 'AssignFunding':
        return this.#onPlan(request, asked.data.plan);
      case 'ApproveRanking':
        return this.#onPlans(request, [...asked.data.admitted, ...asked.data.reserve]);
      case 'ConcludeCall':
        return this.#onEnds(request, Object.keys(state.assigned) as PlanId[]);
      case 'IncreaseCallBudget':
        return this.#onEnvelope(request, state);
      default:
        return { command: commandOf(request) };
    }
  }

  async #onProgramme(request: CallRequest, id: string): Promise<Grounded<CallCommand>> {
    const found = await this.transactions.load(programmes, id);
    const programme = found && { isAdopted: runningStatuses.includes(found.state.status) };
    return { command: commandOf(request, { programme }), basis: found ? [found.basis] : [] };
  }

  async #onPlan(request: CallRequest, id: PlanId): Promise<Grounded<CallCommand>> {
    const found = await this.plans.standing(id);
    const plan = found && { call: found.call };
    const command = commandOf(request, { call: request.target, plan });
    return { command, basis: found ? [found.basis] : [] };
  }

  async #onPlans(request: CallRequest, ids: readonly PlanId[]): Promise<Grounded<CallCommand>> {
    const found = await Promise.all(ids.map((id) => this.plans.standing(id)));
    const standings = found.flatMap((plan) => (plan ? [plan] : []));
    const plansCalls = Object.fromEntries(standings.map(({ id, call: of }) => [id, of]));
    const command = commandOf(request, { call: request.target, calls: plansCalls });
    return { command, basis: standings.map(({ basis }) => basis) };
  }

  /** The plans that got funds of the call, and have not ended. */
  async #onEnds(request: CallRequest, ids: readonly PlanId[]): Promise<Grounded<CallCommand>> {
    const found = await Promise.all(ids.map((id) => this.plans.standing(id)));
    const standings = found.flatMap((plan) => (plan ? [plan] : []));
    const running = standings.filter(({ status }) => status !== 'Closed' && status !== 'Revoked');
    const grounds: ConcludeCall['data']['grounds'] = { running: running.map(({ id }) => id) };
    return { command: commandOf(request, grounds), basis: standings.map(({ basis }) => basis) };
  }

  /** Allocations only grow: one that is read now still holds when the decision lands. */
  async #onEnvelope(request: CallRequest, { terms }: CallState): Promise<Grounded<CallCommand>> {
    const found = terms && (await this.transactions.load(programmes, terms.programme));
    const { envelopeCents = null, allocated = {} } = found?.state ?? {};
    const allocatedCents = envelopeCents === null ? null : (allocated[request.target] ?? 0);
    const command = commandOf(request, { allocatedCents });
    return { command, basis: found ? [found.basis] : [] };
  }
}
