import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Aggregate, Answer } from '@tavolo/command';
import type { ProgrammeEvent } from '../domain/programme.events.js';
import { programme } from '../domain/programme.js';
import type { ProgrammeCommand, ProgrammeState } from '../domain/programme.js';

export const programmes: Aggregate<ProgrammeState, ProgrammeCommand, ProgrammeEvent> = {
  category: 'programme',
  decider: programme,
  version: 1,
  creates: ['DefineProgramme'],
  ofEffect: ['AdoptProgramme'],
};

export class ProgrammeRequest extends CommandRequest<ProgrammeCommand> {}

@CommandHandler(ProgrammeRequest)
export class ProgrammeHandler implements ICommandHandler<ProgrammeRequest> {
  constructor(private readonly transactions: Transactions) {}

  execute(request: ProgrammeRequest): Promise<Answer> {
    return this.transactions.run(programmes, request, () => ({ command: commandOf(request) }));
  }
}
