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

/** What the text of a grant must hold: the topics of its obligations. */
export const checklistTopic = messages<EnumOf<'ChecklistTopic'>>({
  it: {
    MAXIMUM_CONTRIBUTION: 'Contributo massimo',
    DESCRIPTION_AND_TIMETABLE: 'Descrizione e calendario',
    SUBCONTRACTING: 'Affidamenti a terzi',
    FORWARD_BUDGET_AND_FINANCING_PLAN: 'Bilancio di previsione e piano finanziario',
    FINAL_CALCULATION_METHOD: 'Calcolo dell’importo finale',
    REPORTING_AMENDMENT_TERMINATION: 'Relazioni, modifiche, risoluzione',
    OBJECTIVES_AND_INDICATORS: 'Obiettivi e indicatori',
    YEARLY_REPORTING: 'Dati almeno annuali',
    ELIGIBLE_COSTS: 'Costi ammissibili',
    BOOKKEEPING_AND_PAYMENT: 'Contabilità e pagamenti',
    AUDIT_TRAIL: 'Pista di controllo',
    DATA_PROTECTION: 'Protezione dei dati',
    PUBLICITY: 'Pubblicità',
  },
  en: {
    MAXIMUM_CONTRIBUTION: 'Maximum contribution',
    DESCRIPTION_AND_TIMETABLE: 'Description and timetable',
    SUBCONTRACTING: 'Subcontracting',
    FORWARD_BUDGET_AND_FINANCING_PLAN: 'Forward budget and financing plan',
    FINAL_CALCULATION_METHOD: 'Calculation of the final amount',
    REPORTING_AMENDMENT_TERMINATION: 'Reports, amendments, termination',
    OBJECTIVES_AND_INDICATORS: 'Objectives and indicators',
    YEARLY_REPORTING: 'Data at least yearly',
    ELIGIBLE_COSTS: 'Eligible costs',
    BOOKKEEPING_AND_PAYMENT: 'Bookkeeping and payment',
    AUDIT_TRAIL: 'Audit trail',
    DATA_PROTECTION: 'Data protection',
    PUBLICITY: 'Publicity',
  },
});
