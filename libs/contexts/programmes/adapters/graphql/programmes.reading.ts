import type { ReadingOf } from '@tavolo/reading';
import { budgetTable } from '../../read-model/budget.projection.js';
import { callTable } from '../../read-model/call.rows.js';
import { programmeTable } from '../../read-model/programme.projection.js';

/** Who may read programmes, calls and what is bound of the money of plans. */
export const programmesReading: ReadingOf = {
  rows: [
    { table: programmeTable, category: 'programme', action: 'readRegister', at: ['id'] },
    { table: callTable, category: 'call', action: 'readRegister', at: ['id'] },
    { table: budgetTable, category: 'budget', action: 'read', at: ['plan'] },
  ],
  places: [
    { category: 'programme', table: programmeTable, below: {} },
    { category: 'call', table: callTable, below: { programme: 'programme' } },
  ],
  types: { Call: {}, PlanBudget: {}, Programme: {} },
  values: [
    ...['BudgetAllocation', 'BudgetMovement', 'CallExtension', 'CallRanking', 'CallRectification'],
    ...[
      'Commitment',
      'Decommitment',
      'FundingAssignment',
      'FundsReturn',
      'MandatoryCategory',
      'Term',
    ],
  ],
  queries: {
    ...{ call: 'rows', calls: 'rows', planBudget: 'rows', programme: 'rows', programmes: 'rows' },
    vocabulary: 'nothing',
  },
};
