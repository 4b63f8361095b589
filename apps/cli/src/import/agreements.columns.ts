import type { Column, Columns } from './columns.js';

/** Columns of the agreement itself: on the first of its rows, empty or the same on the others. */
export const ofAgreement = [
  ...([
    'reference',
    'kind',
    'title',
    'network',
    'plan',
    'parent',
    'total',
    'start',
    'end',
  ] as const),
  ...(['effectiveOn', 'text', 'covers', 'protocolNo', 'protocolDate', 'register'] as const),
  ...(['earlierEffectBy', 'noticeDays', 'publicationRequired', 'publishedOn'] as const),
  ...([
    'publishedIn',
    'publicationRef',
    'waivers',
    'waiverAct',
    'reason',
    'authorisation',
  ] as const),
] as const;

/** Columns of one party: each row has one. */
export const ofParty = [
  ...(['party', 'share', 'role', 'approvalAct', 'approvalDate', 'approvalBody'] as const),
  ...(['signedOn', 'level', 'signatory', 'container', 'report'] as const),
] as const;

export type AgreementColumn = (typeof ofAgreement)[number] | (typeof ofParty)[number];

const column = (it: string, en: string, example: string): Column => ({
  ...{ it, en, example },
  holds: { it, en },
});
const needed = (it: string, en: string, example: string): Column => ({
  ...column(it, en, example),
  isRequired: true,
});

/** The columns of a list of agreements: one row for each party. */
export const agreementColumns: Columns<AgreementColumn> = {
  reference: needed('riferimento', 'reference', 'A1'),
  kind: needed('tipo', 'kind', 'accordo di partenariato'),
  title: needed('titolo', 'title', 'Accordo di esempio'),
  network: column('rete', 'network', ''),
  plan: column('piano', 'plan', ''),
  parent: column('accordo superiore', 'parent', ''),
  total: needed('importo', 'total', '10000,00'),
  start: needed('inizio', 'start', '01/01/2025'),
  end: needed('fine', 'end', '31/12/2027'),
  effectiveOn: needed('decorrenza', 'effective on', '15/01/2025'),
  text: needed('testo', 'text', 'accordo.pdf'),
  covers: column('contenuti', 'covers', ''),
  protocolNo: needed('numero di protocollo', 'protocol number', '12/2025'),
  protocolDate: needed('data di protocollo', 'protocol date', '15/01/2025'),
  register: needed('ente che protocolla', 'registering body', '00000000000'),
  earlierEffectBy: column('clausola di anticipo', 'earlier effect by', ''),
  noticeDays: column('giorni di preavviso', 'notice days', ''),
  publicationRequired: column('pubblicazione necessaria', 'publication required', ''),
  publishedOn: column('pubblicato il', 'published on', ''),
  publishedIn: column('pubblicato dove', 'published in', ''),
  publicationRef: column('riferimento della pubblicazione', 'publication reference', ''),
  waivers: column('deroghe', 'waivers', 'A-5'),
  waiverAct: column('atto di deroga', 'waiver act', 'deroga.pdf'),
  reason: needed('motivazione', 'reason', 'firmato prima dell’uso di Tavolo'),
  authorisation: needed('atto autorizzativo', 'authorisation', 'Decreto 1/2025'),
  party: needed('parte', 'party', '00000000000'),
  share: needed('quota', 'share', '5000,00'),
  role: needed('ruolo', 'role', 'capofila'),
  approvalAct: column('atto di approvazione', 'approval act', 'delibera.pdf'),
  approvalDate: column('data di approvazione', 'approval date', '02/01/2025'),
  approvalBody: column('organo', 'approving body', 'Giunta'),
  signedOn: column('firmato il', 'signed on', '10/01/2025'),
  level: column('livello della firma', 'signature level', 'digitale'),
  signatory: column('firmatario', 'signatory', 'Nome Cognome'),
  container: column('file firmato', 'signed file', 'accordo.pdf.p7m'),
  report: column('rapporto di verifica', 'verification report', 'verifica.pdf'),
};
