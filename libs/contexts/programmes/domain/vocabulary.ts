import type { Period } from '../contract/index.js';

/** A label in both languages of the house. */
export type Label = Readonly<{ it: string; en: string }>;

/** A neutral code of a role, whatever it is called in a period. */
export type RoleCode = keyof typeof roles;

/** A role with its label of one period. */
export type Term = Readonly<{ code: RoleCode }> & Label;

const both = (it: string, en: string): Readonly<Record<Period, Label>> => ({
  '2014-2020': { it, en },
  '2021-2027': { it, en },
});

/** What roles are called: Reg. (EU) 514/2014 for the first period, Reg. (EU) 2021/1060 for the second. */
const roles = {
  EUROPEAN_COMMISSION: both('Commissione europea', 'European Commission'),
  MANAGING_AUTHORITY: {
    '2014-2020': { it: 'Autorità responsabile', en: 'Responsible authority' },
    '2021-2027': { it: 'Autorità di gestione', en: 'Managing authority' },
  },
  INTERMEDIATE_BODY: {
    '2014-2020': { it: 'Autorità delegata', en: 'Delegated authority' },
    '2021-2027': { it: 'Organismo intermedio', en: 'Intermediate body' },
  },
  AUDIT_AUTHORITY: both('Autorità di audit', 'Audit authority'),
  BENEFICIARY: both('Beneficiario capofila', 'Lead beneficiary'),
  NETWORK_LEAD: both('Capofila di rete', 'Network lead'),
  PARTNER: both('Partner', 'Partner'),
  IMPLEMENTING_PARTNER: both('Partner attuatore', 'Implementing partner'),
  ADHERING_BODY: both('Soggetto aderente', 'Adhering body'),
  TARGET_GROUP: {
    '2014-2020': { it: 'Destinatari', en: 'Target groups' },
    '2021-2027': { it: 'Partecipanti', en: 'Participants' },
  },
} as const;

/** What the roles are called in a programming period, in the order of the levels of governance. */
export function vocabularyOf(period: Period): readonly Term[] {
  return Object.entries(roles).map(([code, labels]) => ({
    ...{ code: code as RoleCode, ...labels[period] },
  }));
}
