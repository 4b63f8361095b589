import { describe } from '@jest/globals';
import { describeLeasesContract } from '../leases.contract.js';
import { MemoryLeases } from './memory-leases.js';

describe('the leases in memory', () => {
  describeLeasesContract(() => Promise.resolve(new MemoryLeases()));
});
