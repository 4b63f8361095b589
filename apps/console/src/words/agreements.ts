import { messages } from '../app/text.ts';
import type { EnumOf } from '../data/graphql.ts';

/** States of an agreement. */
export const agreementStatus = messages<EnumOf<'AgreementStatus'>>({
  it: {
    DRAFTED: 'in bozza',
    UNDER_REVIEW: 'in revisione',
    TEXT_FROZEN: 'testo fissato',
    APPROVED_BY_PARTIES: 'approvato dalle parti',
    OPEN_FOR_SIGNATURE: 'alla firma',
    PARTIALLY_SIGNED: 'firmato in parte',
    FULLY_SIGNED: 'firmato da tutti',
    REGISTERED: 'registrato',
    IN_FORCE: 'in vigore',
    SUSPENDED: 'sospeso',
    EXPIRED: 'scaduto',
    TERMINATED: 'cessato',
    CLOSED: 'chiuso',
    WITHDRAWN: 'ritirato',
    ANNULLED: 'annullato',
  },
  en: {
    DRAFTED: 'drafted',
    UNDER_REVIEW: 'under review',
    TEXT_FROZEN: 'text frozen',
    APPROVED_BY_PARTIES: 'approved by the parties',
    OPEN_FOR_SIGNATURE: 'open for signature',
    PARTIALLY_SIGNED: 'partially signed',
    FULLY_SIGNED: 'fully signed',
    REGISTERED: 'registered',
    IN_FORCE: 'in force',
    SUSPENDED: 'suspended',
    EXPIRED: 'expired',
    TERMINATED: 'terminated',
    CLOSED: 'closed',
    WITHDRAWN: 'withdrawn',
    ANNULLED: 'annulled',
  },
});

/** Kinds of agreement. */
export const agreementKind = messages<EnumOf<'AgreementKind'>>({
  it: {
    ACT_OF_DELEGATION: 'atto di delega',
    ADHESION_LETTER: 'lettera di adesione',
    CO_DESIGN_CONVENTION: 'convenzione di coprogettazione',
    GRANT_AGREEMENT: 'convenzione di sovvenzione',
    IMPLEMENTING_CONVENTION: 'convenzione attuativa',
    MEMORANDUM: 'protocollo d’intesa',
    NETWORK_AGREEMENT: 'accordo di rete',
    PARTNERSHIP_AGREEMENT: 'accordo di partenariato',
  },
  en: {
    ACT_OF_DELEGATION: 'act of delegation',
    ADHESION_LETTER: 'letter of adhesion',
    CO_DESIGN_CONVENTION: 'co-design convention',
    GRANT_AGREEMENT: 'grant agreement',
    IMPLEMENTING_CONVENTION: 'implementing convention',
    MEMORANDUM: 'memorandum of understanding',
    NETWORK_AGREEMENT: 'network agreement',
    PARTNERSHIP_AGREEMENT: 'partnership agreement',
  },
});

/** Levels of a signature, as eIDAS and the CAD know them. */
export const signatureLevel = messages<EnumOf<'SignatureLevel'>>({
  it: {
    SIMPLE: 'semplice',
    ADVANCED: 'avanzata',
    QUALIFIED: 'qualificata',
    DIGITAL: 'digitale',
  },
  en: { SIMPLE: 'simple', ADVANCED: 'advanced', QUALIFIED: 'qualified', DIGITAL: 'digital' },
});

/** What a party is in an agreement. */
export const partyRole = messages<EnumOf<'AgreementPartyRole'>>({
  it: { AUTHORITY: 'autorità', LEAD: 'capofila', PARTNER: 'partner', ADHERING: 'aderente' },
  en: {
    AUTHORITY: 'authority',
    LEAD: 'lead partner',
    PARTNER: 'partner',
    ADHERING: 'adhering body',
  },
});
