import { describe } from '@jest/globals';
import {
  describeAppends,
  describeAppendsAtTheEdge,
  describeRefusedContent,
} from './contract/appends.contract.js';
import { describeExpectedRevision } from './contract/expected-revision.contract.js';
import { describeRepeats } from './contract/expected-revision.contract.js';
import type { StoreFactory } from './contract/harness.contract.js';
import { describeRandomAppends } from './contract/random.contract.js';
import {
  describeFilters,
  describeLogReads,
  describeStreamReads,
} from './contract/reads.contract.js';
import { describeRetention } from './contract/retention.contract.js';
import { describeEndings, describeStreamMeta } from './contract/stream-meta.contract.js';
import { describeCheckpoints, describeSubscriptions } from './contract/subscriptions.contract.js';
import {
  describeEndsOfSubscriptions,
  describeSlowReader,
} from './contract/subscriptions.contract.js';

export type { StoreClock, StoreFactory, StoreUnderTest } from './contract/harness.contract.js';

/** What every adapter of the port must pass, in a spec of its own; nothing in it is optional. */
export function describeEventStoreContract(name: string, factory: StoreFactory): void {
  describe(`${name} keeps the contract of the event store:`, () => {
    describeExpectedRevision(factory);
    describeRepeats(factory);
    describeAppends(factory);
    describeAppendsAtTheEdge(factory);
    describeRefusedContent(factory);
    describeStreamReads(factory);
    describeLogReads(factory);
    describeFilters(factory);
    describeStreamMeta(factory);
    describeEndings(factory);
    describeRetention(factory);
    describeSubscriptions(factory);
    describeCheckpoints(factory);
    describeEndsOfSubscriptions(factory);
    describeSlowReader(factory);
    describeRandomAppends(factory);
  });
}
