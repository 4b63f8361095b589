import type { ReadingOf } from '@tavolo/reading';
import { partnerTable } from '../../read-model/partner.projection.js';

/**
 * Who may read what of an organisation. That it is there, what it is and who acts for it is known
 * to whoever signed in: partners have to find each other.
 */
export const partnersReading: ReadingOf = {
  rows: [{ table: partnerTable, category: 'partner', action: 'readRegister', at: ['id'] }],
  places: [{ category: 'partner', table: partnerTable, below: {} }],
  types: {
    Partner: {
      read: ['beneficialOwners', 'evidence', 'evidenceUntil', 'exclusion', 'heldBy'],
      readSecret: ['interests'],
    },
  },
  values: ['PartnerExclusion', 'PartnerIdentifier', 'PartnerInterest', 'Representation'],
  queries: { partner: 'rows', partnerOfTaxCode: 'rows', partners: 'rows' },
};
