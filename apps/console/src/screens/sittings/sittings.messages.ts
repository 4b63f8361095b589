import { messages } from '../../app/text.ts';

/** The list of sittings. */
export const sittingsMessages = messages({
  it: {
    title: 'Sedute',
    empty: 'Nessuna seduta con questi filtri. La segreteria di un organo la convoca.',
    at: 'Data e ora',
    status: 'Stato',
    board: 'Organo',
    place: 'Luogo',
  },
  en: {
    title: 'Sittings',
    empty: 'No sitting under these filters. The secretary of a body convenes one.',
    at: 'Date and time',
    status: 'State',
    board: 'Body',
    place: 'Place',
  },
});
