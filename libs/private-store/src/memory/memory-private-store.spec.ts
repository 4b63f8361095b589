import { describe } from '@jest/globals';
import { describePrivateStoreContract } from '../private-store.contract.js';
import { MemoryPrivateStore } from './memory-private-store.js';

describe('the private store in memory', () => {
  describePrivateStoreContract(() => Promise.resolve(new MemoryPrivateStore()));
});
