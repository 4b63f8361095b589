import { describe } from '@jest/globals';
import { describeSessionsContract } from '../kept-sessions.contract.js';
import { MemorySessions } from './memory-sessions.js';

describe('the sessions in memory', () => {
  describeSessionsContract(() => Promise.resolve(new MemorySessions()));
});
