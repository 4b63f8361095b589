import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import type { AgreementEvent } from '../domain/facts.events.js';
import { versionId } from './agreement-version.rows.js';
import { agreementPartyTable, agreementVersionTable } from './agreement.rows.js';
import type { AgreementPartyRow } from './agreement.rows.js';
import { recordedParties } from './recording.rows.js';

/** What a fact changes in the parties of its agreement. */
export function applyToParties(recorded: RecordedEvent, write: Writer): void {
  const { stream, revision } = recorded;
  const event = recorded as unknown as AgreementEvent;
  if (event.type === 'AgreementAmended') {
    followVersion(recorded, event.data.amendment, write);
    return;
  }
  // Of an amendment that is not in force yet: its version has parties of its own.
  if ('amendment' in event.data) return;
  const change = (partner: string, changes: Partial<AgreementPartyRow>) => {
    const row = write.get(agreementPartyTable, partyId(stream, partner));
    if (row) write.put(agreementPartyTable, { ...row, ...changes });
  };
  switch (event.type) {
    case 'ExistingAgreementRecorded':
      for (const party of recordedParties(recorded, event.data)) {
        write.put(agreementPartyTable, { ...party, id: partyId(stream, party.partner) });
      }
      return;
    case 'AgreementPartyAdded': {
      const party = { ...event.data, approval: null, signature: null, signedElsewhere: null };
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
    case 'SignatureInvalidated':
      change(event.data.party, { signature: null });
      return;
    case 'AgreementChangesRequested':
      forgetApprovals(stream, write);
      return;
    case 'AgreementReservationDenied':
      // Of a later end that was asked for in force: nothing that parties did is undone.
      if (isDraft(stream, write)) forgetApprovals(stream, write);
      return;
    default:
  }
}

function isDraft(agreement: string, write: Writer): boolean {
  return write.get(agreementVersionTable, versionId(agreement, null))?.status === 'Drafted';
}

/** The parties of the new version, with what they did about it. */
function followVersion(
  { stream, revision }: RecordedEvent,
  amendment: string,
  write: Writer,
): void {
  const version = write.get(agreementVersionTable, versionId(stream, amendment));
  for (const party of version?.parties ?? []) {
    const { partner, leaving, role, publicBody, shareCents, approval, signature } = party;
    const { signedElsewhere } = party;
    const id = partyId(stream, partner);
    const row = write.get(agreementPartyTable, id) ?? { id, agreement: stream, revision };
    if (leaving) write.close(agreementPartyTable, id);
    else {
      write.put(agreementPartyTable, {
        ...{ ...row, partner, role, publicBody, shareCents, approval, signature, signedElsewhere },
      });
    }
  }
}

/** They were of a text that is no longer the one. */
function forgetApprovals(agreement: string, write: Writer): void {
  for (const row of write.where(agreementPartyTable, 'agreement', agreement)) {
    write.put(agreementPartyTable, { ...row, approval: null, signature: null });
  }
}

function partyId(agreement: string, partner: string): string {
  return `${agreement}#${partner}`;
}
