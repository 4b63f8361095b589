import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Aggregate, Answer, Grounded } from '@tavolo/command';
import { programmeEventTypes } from '../domain/programme.events.js';
import type { ProgrammeEvent } from '../domain/programme.events.js';
import { programme } from '../domain/programme.js';
import type { ProgrammeCommand } from '../domain/programme.js';
import type { ProgrammeState } from '../domain/programme.course.js';
import { Calls } from '../contract/index.js';
import type { CallId } from '../contract/index.js';

export const programmes: Aggregate<ProgrammeState, ProgrammeCommand, ProgrammeEvent> = {
  category: 'programme',
  decider: programme,
  version: 3,
  eventTypes: programmeEventTypes,
  creates: ['DefineProgramme'],
  ofEffect: ['AdoptProgramme', 'AmendProgramme', 'AllocateBudget', 'CloseProgramme'],
};

export class ProgrammeRequest extends CommandRequest<ProgrammeCommand> {}

@CommandHandler(ProgrammeRequest)
export class ProgrammeHandler implements ICommandHandler<ProgrammeRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: Calls,
  ) {}

  execute(request: ProgrammeRequest): Promise<Answer> {
    return this.transactions.run(programmes, request, (state) => this.#ground(request, state));
  }

  #ground(
    request: ProgrammeRequest,
    { allocated }: ProgrammeState,
  ): Grounded<ProgrammeCommand> | Promise<Grounded<ProgrammeCommand>> {
    const { asked } = request;
    if (asked.type === 'AllocateBudget') return this.#onCall(request, asked.data.call);
    if (asked.type === 'CloseProgramme') {
      return this.#onCalls(request, Object.keys(allocated) as CallId[]);
    }
    return { command: commandOf(request) };
  }

  async #onCall(request: ProgrammeRequest, id: CallId): Promise<Grounded<ProgrammeCommand>> {
    const call = await this.calls.standing(id);
    const isOfProgramme = call?.programme === request.target;
    const command = commandOf(request, { isOfProgramme });
    return { command, basis: call ? [call.basis] : [] };
  }

  /** The calls that the envelope went to. */
  async #onCalls(
    request: ProgrammeRequest,
    ids: readonly CallId[],
  ): Promise<Grounded<ProgrammeCommand>> {
    const found = await Promise.all(ids.map((id) => this.calls.standing(id)));
    const standings = found.flatMap((call) => (call ? [call] : []));
    const calls = standings.map(({ id, status }) => ({ id, status }));
    const command = commandOf(request, { calls });
    return { command, basis: standings.map(({ basis }) => basis) };
  }
}
