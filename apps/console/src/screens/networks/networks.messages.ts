import { messages } from '../../app/text.ts';

/** The list of networks. */
export const networksMessages = messages({
  it: {
    title: 'Reti',
    empty: 'Nessuna rete con questi filtri. Una rete nasce con un piano e il suo capofila.',
    name: 'Nome',
    status: 'Stato',
    level: 'Livello',
    lead: 'Capofila',
    parent: 'Parte di',
  },
  en: {
    title: 'Networks',
    empty: 'No network under these filters. A network begins with a plan and its lead partner.',
    name: 'Name',
    status: 'State',
    level: 'Level',
    lead: 'Lead partner',
    parent: 'Part of',
  },
});
