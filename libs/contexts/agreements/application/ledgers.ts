import type { AgreementId } from '../contract/index.js';

/** The stream that keeps what the children of an agreement have taken: `ledger-<its uuid>`. */
export function ledgerOf(parent: AgreementId): string {
  return parent.replace(/^agreement-/u, 'ledger-');
}

/** The agreement that a ledger is of. */
export function parentOf(ledger: string): AgreementId {
  return ledger.replace(/^ledger-/u, 'agreement-') as AgreementId;
}
