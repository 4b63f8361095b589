import { messages } from '../../app/text.ts';

/** One long work of the server. */
export const jobMessages = messages({
  it: {
    title: 'Ricostruzione del modello di lettura',
    back: 'Esercizio',
    missing:
      'Questo server non conosce il lavoro: è stato riavviato, o lo conduce un altro server. Ciò che era in uso lo è ancora.',
    progress: '{done, number} di {total, number} eventi, {rate, number} al secondo',
    beginning: 'Il lavoro comincia.',
    comparing: 'Tutti gli eventi sono letti: confronto con il modello in uso.',
    announced: '{percent} per cento',
    safe: 'Questa pagina si può chiudere: il lavoro continua e si ritrova a questo indirizzo.',
    cancel: 'Annulla il lavoro',
    cancelling: 'Annullamento in corso…',
    startedAt: 'Iniziato',
    endedAt: 'Finito',
    who: 'Chi',
    onMachine: 'dalla macchina del server',
    state: 'Stato',
    finishedSwapped: 'Il nuovo modello di lettura è in uso.',
    finishedKept:
      'I due modelli differiscono: resta in uso quello di prima. Qualcuno deve guardare perché.',
    cancelled: 'Annullato: nulla è cambiato.',
    failed:
      'Non riuscito: il modello in uso è quello di prima. Il primo errore è qui sotto; il resto è nel giornale del server.',
    failure: 'Primo errore',
    compared: 'Confronto delle tabelle',
    table: 'Tabella',
    same: 'Uguali',
    differing: 'Diversi',
    examples: 'Esempi',
  },
  en: {
    title: 'Rebuild of the read model',
    back: 'Operations',
    missing:
      'This server knows of no such job: it was restarted, or another server does it. What was in use still is.',
    progress: '{done, number} of {total, number} events, {rate, number} a second',
    beginning: 'The job begins.',
    comparing: 'All events are read: comparing with the one in use.',
    announced: '{percent} per cent',
    safe: 'This page can be closed: the job goes on and is found again at this address.',
    cancel: 'Cancel the job',
    cancelling: 'Cancelling…',
    startedAt: 'Began',
    endedAt: 'Ended',
    who: 'Who',
    onMachine: 'on the machine of the server',
    state: 'State',
    finishedSwapped: 'The new read model is in use.',
    finishedKept: 'The two differ: the one before stays in use. Somebody must look why.',
    cancelled: 'Cancelled: nothing has changed.',
    failed:
      'It failed: the one in use is that of before. The first error is below; the journal of the server says the rest.',
    failure: 'First error',
    compared: 'Comparison of tables',
    table: 'Table',
    same: 'Same',
    differing: 'Different',
    examples: 'Examples',
  },
});
