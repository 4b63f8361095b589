import type { Transactions } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { AgreementId } from '../contract/index.js';
import type { ParentGround } from '../domain/agreement.commands.js';
import { residual } from '../domain/ledger.js';
import { roomIn } from '../domain/room.js';
import { agreements, ledgers } from './aggregates.js';
import { ledgerOf } from './ledgers.js';

/** What a parent leaves to a child, and the streams it was read from; null where there is none. */
export async function parentGround(
  transactions: Transactions,
  child: AgreementId,
  parent: AgreementId | null,
): Promise<{ parent: ParentGround | null; basis: readonly Basis[] }> {
  if (parent === null) return { parent: null, basis: [] };
  const found = await transactions.load(agreements, parent);
  if (!found?.state) return { parent: null, basis: [] };
  const held = await transactions.load(ledgers, ledgerOf(parent));
  const { end, totalCents } = roomIn(found.state);
  const residualCents = residual(totalCents, held?.state ?? {}, child);
  return {
    parent: { status: found.state.status, end, residualCents },
    basis: [found.basis, ...(held ? [held.basis] : [])],
  };
}
