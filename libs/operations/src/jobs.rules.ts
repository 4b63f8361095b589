import { rules } from '@tavolo/kernel';

/** What keeps somebody from beginning or ending a long work of the server. */
export const jobRules = rules({
  OnlyAdministrators: [
    'X-3',
    'L’esercizio lo vede e lo conduce solo l’amministratore.',
    'Operations are seen and carried on by the administrator only.',
  ],
  JobRunning: [
    'X-11',
    'È già in corso un altro lavoro ({id}): attenderne la fine o annullarlo.',
    'Another job goes on ({id}): wait for its end, or cancel it.',
  ],
  JobUnknown: [
    'X-12',
    'Questo server non conosce un lavoro {id}: un riavvio li dimentica.',
    'This server knows of no job {id}: a restart forgets them.',
  ],
  JobOver: [
    'X-11',
    'Il lavoro {id} è già finito: non c’è più nulla da annullare.',
    'The job {id} is over: there is nothing to cancel any more.',
  ],
});
