import type { Aggregate } from '@tavolo/command';
import type { AgreementCommand } from '../domain/asked.commands.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import { agreement } from '../domain/agreement.js';
import { agreementEventTypes } from '../domain/agreement.state.js';
import type { AgreementState } from '../domain/agreement.state.js';
import type { LedgerEvent } from '../domain/ledger.events.js';
import { ledger, ledgerEventTypes } from '../domain/ledger.js';
import type { LedgerCommand, LedgerState } from '../domain/ledger.js';

/** `agreement-<uuid>`. */
export const agreements: Aggregate<AgreementState, AgreementCommand, AgreementEvent> = {
  category: 'agreement',
  decider: agreement,
  version: 4,
  eventTypes: agreementEventTypes,
  creates: ['DraftAgreement', 'RecordExistingAgreement'],
  ofEffect: [
    ...(['RecordPartyApproval', 'ApproveAmendment', 'SignAgreement', 'RefuseSignature'] as const),
    ...(['InvalidateSignature', 'RegisterAgreement', 'RecordConditionMet', 'ExtendTerm'] as const),
    ...(['SuspendAgreement', 'ResumeAgreement', 'GiveNotice', 'TerminateAgreement'] as const),
    ...(['AnnulAgreement', 'ReverifySignature', 'CloseAgreement'] as const),
    'RecordExistingAgreement',
  ],
};

/** `ledger-<uuid of the parent agreement>`. */
export const ledgers: Aggregate<LedgerState, LedgerCommand, LedgerEvent> = {
  category: 'ledger',
  decider: ledger,
  version: 2,
  eventTypes: ledgerEventTypes,
  creates: [],
  derived: true,
};
