import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, Transactions } from '@tavolo/command';
import type { Answer, Grounded } from '@tavolo/command';
import { closing } from './closing.js';
import type { ClosingCommand } from './closing.js';
import { ClosingGrounds } from './closing-grounds.js';
import { ClosingRequest } from './closing.request.js';
import { KeptOut } from './kept-out.js';

type Ground = Grounded<ClosingCommand>;

/** Closes and reopens the logins of a person; nobody comes in by them once it is answered. */
@CommandHandler(ClosingRequest)
export class ClosingHandler implements ICommandHandler<ClosingRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: ClosingGrounds,
    private readonly keptOut: KeptOut,
  ) {}

  async execute(request: ClosingRequest): Promise<Answer> {
    const { person } = request.asked.data;
    // What a server that died in between has left open must not come back with the logins.
    if (request.asked.type === 'ReopenLogins') await this.keptOut.takeEffect(person);
    const answer = await this.transactions.run(closing, request, () => this.#ground(request));
    if (answer.outcome === 'accepted') await this.keptOut.takeEffect(person);
    return answer;
  }

  async #ground(request: ClosingRequest): Promise<Ground> {
    const { asked } = request;
    if (asked.type === 'ReopenLogins') return { command: commandOf(request) };
    const { basis, ...grounds } = await this.grounds.of(asked.data.person);
    return { command: commandOf(request, grounds), basis };
  }
}
