import { messages } from '../app/text.ts';
import type { EnumOf } from '../data/graphql.ts';

/** States of a call. */
export const callStatus = messages<EnumOf<'CallStatus'>>({
  it: {
    DRAFTED: 'in bozza',
    APPROVED: 'approvato',
    REGISTERED: 'registrato',
    PUBLISHED: 'pubblicato',
    CLOSED_FOR_APPLICATIONS: 'chiuso ai piani',
    UNDER_EVALUATION: 'in valutazione',
    RANKING_APPROVED: 'graduatoria approvata',
    AWARDED: 'assegnato',
    IMPLEMENTING: 'in attuazione',
    CLOSED: 'chiuso',
    SUSPENDED: 'sospeso',
    WITHDRAWN: 'ritirato',
    ANNULLED: 'annullato',
  },
  en: {
    DRAFTED: 'drafted',
    APPROVED: 'approved',
    REGISTERED: 'registered',
    PUBLISHED: 'published',
    CLOSED_FOR_APPLICATIONS: 'closed for plans',
    UNDER_EVALUATION: 'under evaluation',
    RANKING_APPROVED: 'ranking approved',
    AWARDED: 'awarded',
    IMPLEMENTING: 'being implemented',
    CLOSED: 'closed',
    SUSPENDED: 'suspended',
    WITHDRAWN: 'withdrawn',
    ANNULLED: 'annulled',
  },
});

/** States of a programme. */
export const programmeStatus = messages<EnumOf<'ProgrammeStatus'>>({
  it: {
    DEFINED: 'definito',
    ADOPTED: 'adottato',
    ACTIVE: 'attivo',
    AMENDED: 'modificato',
    CLOSING: 'in chiusura',
    CLOSED: 'chiuso',
  },
  en: {
    DEFINED: 'defined',
    ADOPTED: 'adopted',
    ACTIVE: 'active',
    AMENDED: 'amended',
    CLOSING: 'closing',
    CLOSED: 'closed',
  },
});

/** Programming periods. */
export const programmingPeriod = messages<EnumOf<'Period'>>({
  it: { P_2014_2020: '2014-2020', P_2021_2027: '2021-2027' },
  en: { P_2014_2020: '2014-2020', P_2021_2027: '2021-2027' },
});
