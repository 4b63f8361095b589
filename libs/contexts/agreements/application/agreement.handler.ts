import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Transactions } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { agreements } from './aggregates.js';
import { AgreementGrounds } from './agreement.grounds.js';
import { AgreementRequest } from './agreement.request.js';

/** Every command on an agreement: gather what it rests on, decide, append. */
@CommandHandler(AgreementRequest)
export class AgreementHandler implements ICommandHandler<AgreementRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: AgreementGrounds,
  ) {}

  execute(request: AgreementRequest): Promise<Answer> {
    return this.transactions.run(agreements, request, (state) => this.grounds.of(request, state));
  }
}
