import { messages } from '../../../app/text.ts';

/** What is done with a table once it is open. */
export const tableActsMessages = messages({
  it: {
    hold: 'Registra una seduta del tavolo',
    heldOn: 'Giorno della seduta',
    attendance: 'Enti presenti',
    minutes: 'Verbale (file)',
    doHold: 'Registra la seduta',
    reopen: 'Riapri il tavolo',
    reopenWarning: 'Il piano è validato: riaprendo un tavolo torna bozza (regola PL-4).',
  },
  en: {
    hold: 'Record that the table sat',
    heldOn: 'Day of the session',
    attendance: 'Organisations that were there',
    minutes: 'Minutes (file)',
    doHold: 'Record the session',
    reopen: 'Reopen the table',
    reopenWarning: 'The plan is validated: to reopen a table makes it a draft again (rule PL-4).',
  },
});
