import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import { claim } from './claim.js';

/**
 * Who holds a value now, for a handler that wants to refuse at once. An answer of null is no
 * promise: only the claim itself decides.
 */
export abstract class Claims {
  /** The stream of the holder; null when the value is free. `stream` is that of `claimStream`. */
  abstract holderOf(stream: string): Promise<string | null>;
}

@Injectable()
export class StreamClaims extends Claims {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async holderOf(stream: string): Promise<string | null> {
    const found = await this.transactions.load(claim, stream);
    return found?.state.holder ?? null;
  }
}
