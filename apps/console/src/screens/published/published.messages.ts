import { messages } from '../../app/text.ts';

/** What everybody may read. */
export const publishedMessages = messages({
  it: {
    title: 'Albo delle decisioni',
    lead: 'Le decisioni pubblicate dagli organi, consultabili da chiunque, senza accedere.',
    empty: 'Nessuna decisione pubblicata finora.',
    number: 'Numero',
    name: 'Oggetto',
    board: 'Organo',
    publishedOn: 'Pubblicata il',
    status: 'Stato',
  },
  en: {
    title: 'Published decisions',
    lead: 'What the bodies have published, for everybody, without signing in.',
    empty: 'No decision has been published so far.',
    number: 'Number',
    name: 'Subject',
    board: 'Body',
    publishedOn: 'Published on',
    status: 'State',
  },
});
