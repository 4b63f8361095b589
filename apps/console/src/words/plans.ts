import { messages } from '../app/text.ts';
import type { EnumOf } from '../data/graphql.ts';

/** States of a plan. */
export const planStatus = messages<EnumOf<'PlanStatus'>>({
  it: {
    INITIATED: 'avviato',
    INITIATION_REFUSED: 'avvio rifiutato',
    CO_PROGRAMMING: 'in coprogrammazione',
    CO_DESIGNING: 'in coprogettazione',
    DRAFT_CONSOLIDATED: 'bozza consolidata',
    VALIDATED: 'validato',
    ADOPTED: 'adottato',
    SUBMITTED: 'presentato',
    INTEGRATION_REQUESTED: 'integrazione richiesta',
    UNDER_APPRAISAL: 'in istruttoria',
    APPROVED: 'approvato',
    RESERVE_LISTED: 'in lista di riserva',
    REJECTED: 'respinto',
    IN_EXECUTION: 'in esecuzione',
    SUSPENDED: 'sospeso',
    COMPLETED: 'concluso',
    FINALLY_REPORTED: 'rendicontato',
    CLOSED: 'chiuso',
    REVOKED: 'revocato',
  },
  en: {
    INITIATED: 'initiated',
    INITIATION_REFUSED: 'initiation refused',
    CO_PROGRAMMING: 'in co-programming',
    CO_DESIGNING: 'in co-design',
    DRAFT_CONSOLIDATED: 'draft consolidated',
    VALIDATED: 'validated',
    ADOPTED: 'adopted',
    SUBMITTED: 'submitted',
    INTEGRATION_REQUESTED: 'integration requested',
    UNDER_APPRAISAL: 'under appraisal',
    APPROVED: 'approved',
    RESERVE_LISTED: 'on the reserve list',
    REJECTED: 'rejected',
    IN_EXECUTION: 'in execution',
    SUSPENDED: 'suspended',
    COMPLETED: 'completed',
    FINALLY_REPORTED: 'finally reported',
    CLOSED: 'closed',
    REVOKED: 'revoked',
  },
});

/** What a change of a plan is. */
export const planChangeKind = messages<EnumOf<'PlanChangeKind'>>({
  it: {
    REMODULATION: 'Rimodulazione',
    NO_COST_EXTENSION: 'Proroga non onerosa',
    COSTED_EXTENSION: 'Proroga onerosa',
    REVOCATION: 'Revoca',
  },
  en: {
    REMODULATION: 'Remodulation',
    NO_COST_EXTENSION: 'No-cost extension',
    COSTED_EXTENSION: 'Costed extension',
    REVOCATION: 'Revocation',
  },
});

/** How far a change of a plan has come. */
export const planChangeStatus = messages<EnumOf<'PlanChangeStatus'>>({
  it: {
    DRAFTED: 'in bozza',
    REQUESTED: 'chiesta',
    UNDER_ASSESSMENT: 'in istruttoria',
    AUTHORISED: 'autorizzata',
    REFUSED: 'negata',
    NOTIFIED: 'comunicata',
    APPLIED: 'applicata',
    HELD_BACK: 'trattenuta',
    WITHDRAWN: 'ritirata',
  },
  en: {
    DRAFTED: 'drafted',
    REQUESTED: 'requested',
    UNDER_ASSESSMENT: 'under assessment',
    AUTHORISED: 'authorised',
    REFUSED: 'refused',
    NOTIFIED: 'notified',
    APPLIED: 'applied',
    HELD_BACK: 'held back',
    WITHDRAWN: 'withdrawn',
  },
});
