import { CommandRequest } from '@tavolo/command';
import type { Aggregate } from '@tavolo/command';
import type { BudgetCommand } from '../domain/budget.commands.js';
import type { BudgetEvent } from '../domain/budget.events.js';
import { budget, budgetEventTypes } from '../domain/budget.js';
import type { BudgetState } from '../domain/budget.state.js';

/** `budget-<uuid of the plan>`. */
export const budgets: Aggregate<BudgetState, BudgetCommand, BudgetEvent> = {
  category: 'budget',
  decider: budget,
  version: 2,
  eventTypes: budgetEventTypes,
  creates: [],
  derived: true,
  ofEffect: ['CommitFunds', 'AdjustCommitment', 'DecommitFunds'],
};

/** A command on its way to the handler of budgets. */
export class BudgetRequest extends CommandRequest<BudgetCommand> {}
