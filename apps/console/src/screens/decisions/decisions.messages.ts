import { messages } from '../../app/text.ts';

/** The list of decisions. */
export const decisionsMessages = messages({
  it: {
    title: 'Decisioni',
    empty: 'Nessuna decisione con questi filtri.',
    name: 'Oggetto',
    status: 'Stato',
    number: 'Numero',
    board: 'Organo',
    effectiveOn: 'Efficace dal',
  },
  en: {
    title: 'Decisions',
    empty: 'No decision under these filters.',
    name: 'Subject',
    status: 'State',
    number: 'Number',
    board: 'Body',
    effectiveOn: 'In effect from',
  },
});
