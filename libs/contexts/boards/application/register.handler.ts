import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, Transactions } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { numberFor } from '../domain/register.js';
import { registers } from './aggregates.js';
import { RegisterRequest } from './requests.js';

/** Takes a number for a decision; the answer holds it, also where it had one already (D-5). */
@CommandHandler(RegisterRequest)
export class RegisterHandler implements ICommandHandler<RegisterRequest> {
  constructor(private readonly transactions: Transactions) {}

  execute(request: RegisterRequest): Promise<Answer> {
    const { decision, year } = request.asked.data;
    return this.transactions.run(registers, request, (state) => ({
      command: commandOf(request),
      result: { number: numberFor(state, decision), year },
    }));
  }
}
