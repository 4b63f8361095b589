import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Answer, Grounded } from '@tavolo/command';
import { roomIn } from '../domain/room.js';
import type { LedgerCommand } from '../domain/ledger.js';
import { agreements, ledgers } from './aggregates.js';
import { parentOf } from './ledgers.js';

/** A command on its way to the handler of ledgers. */
export class LedgerRequest extends CommandRequest<LedgerCommand> {}

/** Commands that a process gives to the ledger of a parent agreement. */
@CommandHandler(LedgerRequest)
export class LedgerHandler implements ICommandHandler<LedgerRequest> {
  constructor(private readonly transactions: Transactions) {}

  execute(request: LedgerRequest): Promise<Answer> {
    return this.transactions.run(ledgers, request, () => this.#ground(request));
  }

  /** A reservation is measured against the parent as its own stream says it is. */
  async #ground(request: LedgerRequest): Promise<Grounded<LedgerCommand>> {
    if (request.asked.type !== 'ReserveForChild') return { command: commandOf(request) };
    const parent = await this.transactions.load(agreements, parentOf(request.target));
    const room = parent?.state ? { status: parent.state.status, ...roomIn(parent.state) } : null;
    const command = commandOf(request, { parent: room });
    return { command, basis: parent ? [parent.basis] : [] };
  }
}
