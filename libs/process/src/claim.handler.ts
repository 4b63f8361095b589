import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { claim } from './claim.js';
import type { ClaimCommand } from './claim.js';

export class ClaimRequest extends CommandRequest<ClaimCommand> {}

@CommandHandler(ClaimRequest)
export class ClaimHandler implements ICommandHandler<ClaimRequest> {
  constructor(private readonly transactions: Transactions) {}

  execute(request: ClaimRequest): Promise<Answer> {
    const { holder } = request.asked.data;
    return this.transactions.run(claim, request, () => ({
      command: commandOf(request),
      result: { holder },
    }));
  }
}
