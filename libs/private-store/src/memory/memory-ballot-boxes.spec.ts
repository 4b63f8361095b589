import { describe } from '@jest/globals';
import { describeBallotBoxesContract } from '../ballot-boxes.contract.js';
import { MemoryBallotBoxes } from './memory-ballot-boxes.js';

describe('the ballot boxes in memory', () => {
  describeBallotBoxesContract(() => Promise.resolve(new MemoryBallotBoxes()));
});
