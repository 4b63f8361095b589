import { messages } from '../app/text.ts';
import type { EnumOf } from '../data/graphql.ts';

/** Kinds of organisation. */
export const partnerKind = messages<EnumOf<'PartnerKind'>>({
  it: {
    ADULT_EDUCATION_CENTRE: 'CPIA',
    AUTHORITY: 'autorità',
    COMPANY: 'impresa',
    FIRST_CYCLE_SCHOOL: 'istituto comprensivo',
    HEALTH_AUTHORITY: 'azienda sanitaria',
    MIGRANT_ASSOCIATION: 'associazione di migranti',
    MINISTRY: 'ministero',
    MUNICIPALITY: 'comune',
    MUNICIPAL_UNION: 'unione di comuni',
    OTHER: 'altro ente',
    PROVINCE: 'provincia',
    REGION: 'regione',
    SOCIAL_PARTNER: 'parte sociale',
    TERRITORIAL_AREA: 'ambito territoriale',
    THIRD_SECTOR: 'ente del terzo settore',
    UNIVERSITY: 'università',
    UPPER_SECONDARY_SCHOOL: 'istituto superiore',
  },
  en: {
    ADULT_EDUCATION_CENTRE: 'adult-education centre',
    AUTHORITY: 'authority',
    COMPANY: 'company',
    FIRST_CYCLE_SCHOOL: 'first-cycle school',
    HEALTH_AUTHORITY: 'health authority',
    MIGRANT_ASSOCIATION: 'migrant association',
    MINISTRY: 'ministry',
    MUNICIPALITY: 'municipality',
    MUNICIPAL_UNION: 'union of municipalities',
    OTHER: 'other body',
    PROVINCE: 'province',
    REGION: 'region',
    SOCIAL_PARTNER: 'social partner',
    TERRITORIAL_AREA: 'territorial area',
    THIRD_SECTOR: 'third-sector entity',
    UNIVERSITY: 'university',
    UPPER_SECONDARY_SCHOOL: 'upper-secondary school',
  },
});

/** States of an organisation. */
export const partnerStatus = messages<EnumOf<'PartnerStatus'>>({
  it: {
    CANDIDATE: 'candidato',
    REGISTERED: 'registrato',
    ELIGIBLE: 'ammissibile',
    REJECTED: 'non ammesso',
    SUSPENDED: 'sospeso',
    WITHDRAWING: 'in recesso',
    WITHDRAWN: 'receduto',
    EXCLUDED: 'escluso',
    DISSOLVED: 'sciolto',
    SUCCEEDED: 'subentrato da altri',
  },
  en: {
    CANDIDATE: 'candidate',
    REGISTERED: 'registered',
    ELIGIBLE: 'eligible',
    REJECTED: 'rejected',
    SUSPENDED: 'suspended',
    WITHDRAWING: 'withdrawing',
    WITHDRAWN: 'withdrawn',
    EXCLUDED: 'excluded',
    DISSOLVED: 'dissolved',
    SUCCEEDED: 'succeeded by another',
  },
});
