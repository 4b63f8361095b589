import type { ReadingOf } from '@tavolo/reading';
import {
  agreementPartyTable,
  agreementTable,
  agreementVersionTable,
} from '../../read-model/agreement.rows.js';

/** Who may read agreements: their parties, and who has a part in what they lie in. */
export const agreementsReading: ReadingOf = {
  rows: [
    { table: agreementTable, category: 'agreement', action: 'read', at: ['id'] },
    { table: agreementPartyTable, action: 'read', at: ['agreement'] },
    { table: agreementVersionTable, action: 'read', at: ['agreement'] },
  ],
  places: [
    {
      ...{ category: 'agreement', table: agreementTable },
      below: { network: 'network', plan: 'plan', agreement: 'parent' },
    },
  ],
  parts: [{ role: 'party', table: agreementPartyTable, column: 'partner', scope: 'agreement' }],
  // The ledger of an agreement has the number of the agreement.
  streams: { ledger: (stream) => stream.replace(/^ledger-/u, 'agreement-') },
  types: { Agreement: {} },
  values: [
    ...['AgreementClause', 'AgreementParty', 'AgreementPublication', 'AgreementSignature'],
    ...['AgreementVersion', 'AgreementVersionParty', 'AmendmentChange', 'DeniedStep'],
    ...['PartyApproval', 'PrecedentCondition', 'ProtocolEntry', 'RecordedAfterwards'],
    ...['SignatureElsewhere', 'SignatureRefusal', 'SignatureReverification', 'TermExtension'],
    ...['Waiver'],
  ],
  queries: { agreement: 'rows', agreements: 'rows' },
};
