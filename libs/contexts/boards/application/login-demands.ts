import type { DemandOf, LoginDemand, LoginDemands } from '@tavolo/access';
import type { Transactions } from '@tavolo/command';
import { boards, decisions, procedures, sittings } from './aggregates.js';

/** What the rulebook of a body asks of the login of who votes, signs, approves or changes it. */
export function registerLoginDemands(demands: LoginDemands, transactions: Transactions): void {
  const ofBoard = async (stream: string | undefined): Promise<LoginDemand | null> => {
    const board = stream === undefined ? null : await transactions.load(boards, stream);
    const login = board?.state.rulebook?.login;
    if (!login) return null;
    return { assurance: login.assurance, withinMinutes: login.withinMinutes ?? null };
  };
  const sources: Readonly<Record<string, DemandOf>> = {
    board: ({ target }) => ofBoard(target),
    sitting: async ({ target }) =>
      await ofBoard((await transactions.load(sittings, target))?.state.board),
    procedure: async ({ target }) =>
      await ofBoard((await transactions.load(procedures, target))?.state.board),
    decision: async ({ target }) =>
      await ofBoard((await transactions.load(decisions, target))?.state.board),
  };
  for (const [category, demandOf] of Object.entries(sources)) demands.register(category, demandOf);
}
