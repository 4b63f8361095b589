import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Correlations, Transactions } from '@tavolo/command';
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
    private readonly correlations: Correlations,
  ) {}

  execute(request: AgreementRequest): Promise<Answer> {
    return this.transactions.run(agreements, request, async (state) => {
      const grounded = await this.grounds.of(request, state);
      const begun = { correlationId: await this.#begunBy(request) };
      return 'refusal' in grounded ? grounded : { ...grounded, ...begun };
    });
  }

  /** Approvals, signatures and whatever else is about an amendment go on with what proposed it. */
  async #begunBy({ asked: { data }, target }: AgreementRequest) {
    const { amendment } = data as { readonly amendment?: string };
    if (amendment === undefined) return null;
    return await this.correlations.of(target, amendment, (event) => {
      return event.type === 'AmendmentProposed' && event.data.amendment === amendment;
    });
  }
}
