import { messages } from '../../app/text.ts';

/** The list of agreements. */
export const agreementsMessages = messages({
  it: {
    title: 'Accordi',
    empty: 'Nessun accordo con questi filtri.',
    name: 'Titolo',
    status: 'Stato',
    kind: 'Tipo',
    term: 'Durata',
    endsSoon: 'in scadenza',
    total: 'Totale',
    waitingFor: 'Firme attese',
  },
  en: {
    title: 'Agreements',
    empty: 'No agreement under these filters.',
    name: 'Title',
    status: 'State',
    kind: 'Kind',
    term: 'Term',
    endsSoon: 'ends soon',
    total: 'Total',
    waitingFor: 'Signatures awaited',
  },
});
