import { messages } from '../app/text.ts';
import type { EnumOf } from '../data/graphql.ts';

/** States of a decision. */
export const decisionStatus = messages<EnumOf<'DecisionStatus'>>({
  it: {
    PROPOSED: 'proposta',
    UNDER_INSTRUCTION: 'in istruttoria',
    READY_FOR_AGENDA: 'pronta per l’ordine del giorno',
    ON_AGENDA: 'all’ordine del giorno',
    DEFERRED: 'rinviata',
    ADOPTED: 'adottata',
    APPROVED: 'approvata',
    REJECTED: 'respinta',
    LAPSED: 'decaduta',
    WITHDRAWN: 'ritirata',
    NUMBERED: 'numerata',
    PUBLISHED: 'pubblicata',
    EFFECTIVE: 'efficace',
    IMPLEMENTED: 'attuata',
    SUSPENDED: 'sospesa',
    REVOKED: 'revocata',
    SUPERSEDED: 'sostituita',
    ANNULLED: 'annullata',
  },
  en: {
    PROPOSED: 'proposed',
    UNDER_INSTRUCTION: 'under instruction',
    READY_FOR_AGENDA: 'ready for the agenda',
    ON_AGENDA: 'on an agenda',
    DEFERRED: 'deferred',
    ADOPTED: 'adopted',
    APPROVED: 'approved',
    REJECTED: 'rejected',
    LAPSED: 'lapsed',
    WITHDRAWN: 'withdrawn',
    NUMBERED: 'numbered',
    PUBLISHED: 'published',
    EFFECTIVE: 'effective',
    IMPLEMENTED: 'implemented',
    SUSPENDED: 'suspended',
    REVOKED: 'revoked',
    SUPERSEDED: 'superseded',
    ANNULLED: 'annulled',
  },
});

/** States of a sitting. */
export const sittingStatus = messages<EnumOf<'SittingStatus'>>({
  it: {
    CONVENED: 'convocata',
    OPENED: 'aperta',
    IN_SESSION: 'in corso',
    DESERTED: 'deserta',
    CLOSED: 'chiusa',
    MINUTES_DRAFTED: 'verbale redatto',
    MINUTES_APPROVED: 'verbale approvato',
  },
  en: {
    CONVENED: 'convened',
    OPENED: 'opened',
    IN_SESSION: 'in session',
    DESERTED: 'deserted',
    CLOSED: 'closed',
    MINUTES_DRAFTED: 'minutes drafted',
    MINUTES_APPROVED: 'minutes approved',
  },
});
