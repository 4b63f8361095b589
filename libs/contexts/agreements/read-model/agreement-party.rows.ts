import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import type { AgreementEvent } from '../domain/agreement.events.js';
import { agreementPartyTable } from './agreement.rows.js';
import type { AgreementPartyRow } from './agreement.rows.js';

/** Whether every administration has recorded its approving act. */
export function approvedByAll(agreement: string, write: Writer): boolean {
  const parties = write.where(agreementPartyTable, 'agreement', agreement);
  return parties.every(({ publicBody, approval }) => !publicBody || approval !== null);
}

/** What a fact changes in the parties of its agreement. */
export function applyToParties(recorded: RecordedEvent, write: Writer): void {
  const { stream, revision } = recorded;
  const event = recorded as unknown as AgreementEvent;
  const change = (partner: string, changes: Partial<AgreementPartyRow>) => {
    const row = write.get(agreementPartyTable, partyId(stream, partner));
    if (row) write.put(agreementPartyTable, { ...row, ...changes });
  };
  switch (event.type) {
    case 'AgreementPartyAdded': {
      const party = { ...event.data, approval: null, signature: null };
      const id = partyId(stream, party.partner);
      write.put(agreementPartyTable, { ...party, id, agreement: stream, revision });
      return;
    }
    case 'AgreementPartyRemoved':
      write.close(agreementPartyTable, partyId(stream, event.data.partner));
      return;
    case 'PartyApprovalRecorded': {
      const { party, act, date, body } = event.data;
      change(party, { approval: { act, date, body } });
      return;
    }
    case 'AgreementSigned': {
      const { party, certificateRef: _private, ...signature } = event.data;
      change(party, { signature });
      return;
    }
    case 'AgreementChangesRequested':
    case 'AgreementReservationDenied':
      forgetApprovals(stream, write);
      return;
    default:
  }
}

/** They were of a text that is no longer the one. */
function forgetApprovals(agreement: string, write: Writer): void {
  for (const row of write.where(agreementPartyTable, 'agreement', agreement)) {
    write.put(agreementPartyTable, { ...row, approval: null });
  }
}

function partyId(agreement: string, partner: string): string {
  return `${agreement}#${partner}`;
}
