import { describe } from '@jest/globals';
import { describeAppends, describeRefusedContent } from './contract/appends.contract.js';
import { describeExpectedRevision } from './contract/expected-revision.contract.js';
import { describeRepeats } from './contract/expected-revision.contract.js';
import type { StoreFactory } from './contract/harness.contract.js';
import { describeRandomAppends } from './contract/random.contract.js';
import { describeLogReads, describeStreamReads } from './contract/reads.contract.js';
import { describeEndings, describeStreamMeta } from './contract/stream-meta.contract.js';
import { describeCheckpoints, describeSubscriptions } from './contract/subscriptions.contract.js';
import { describeEndsOfSubscriptions } from './contract/subscriptions.contract.js';

export type { StoreClock, StoreFactory, StoreUnderTest } from './contract/harness.contract.js';

/** What every adapter of the port must pass, in a spec of its own; nothing in it is optional. */
export function describeEventStoreContract(name: string, factory: StoreFactory): void {
  describe(`${name} keeps the contract of the event store:`, () => {
    describeExpectedRevision(factory);
    describeRepeats(factory);
    describeAppends(factory);
    describeRefusedContent(factory);
    describeStreamReads(factory);
    describeLogReads(factory);
    describeStreamMeta(factory);
    describeEndings(factory);
    describeSubscriptions(factory);
    describeCheckpoints(factory);
    describeEndsOfSubscriptions(factory);
    describeRandomAppends(factory);
  });
}
