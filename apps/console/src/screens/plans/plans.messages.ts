import { messages } from '../../app/text.ts';

/** The list of plans. */
export const plansMessages = messages({
  it: {
    title: 'Piani',
    empty:
      'Nessun piano con questi filtri. Un piano nasce da un avviso pubblico, su iniziativa di un capofila.',
    name: 'Titolo',
    status: 'Stato',
    region: 'Regione',
    period: 'Esecuzione',
    total: 'Totale',
  },
  en: {
    title: 'Plans',
    empty: 'No plan under these filters. A plan begins with a call, by a lead partner.',
    name: 'Title',
    status: 'State',
    region: 'Region',
    period: 'Execution',
    total: 'Total',
  },
});
