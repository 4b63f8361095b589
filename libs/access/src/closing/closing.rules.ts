import { rules } from '@tavolo/kernel';

/** What keeps the closing of somebody's logins, their reopening, or a login through them, out. */
export const closingRules = rules({
  PersonNowhere: [
    'X-12',
    'Qui non c’è nessuna persona e nessun servizio con riferimento {person}: controllarlo.',
    'There is no person and no service here with the reference {person}: check it.',
  ],
  LoginsClosedAlready: [
    'X-11',
    'Gli accessi di questa persona sono chiusi dal {closedAt}: non c’è nulla da chiudere.',
    'The logins of this person are closed since {closedAt}: there is nothing to close.',
  ],
  LoginsNotClosed: [
    'X-11',
    'Gli accessi di questa persona non sono chiusi: non c’è nulla da riaprire.',
    'The logins of this person are not closed: there is nothing to reopen.',
  ],
  LastAdministrator: [
    'X-3',
    'Non resterebbe nessuno ad amministrare: prima un altro amministratore, nominato senza scadenza, accetti il suo invito e acceda.',
    'Nobody would be left to administer: first have another administrator, appointed without an end, accept their invitation and sign in.',
  ],
  LoginsClosedMeanwhile: [
    'X-3',
    'Gli accessi di chi ha dato questo comando sono stati chiusi nel frattempo: nulla è stato scritto.',
    'The logins of who gave this command were closed in the meantime: nothing was written.',
  ],
  LoginsAreClosed: [
    'X-3',
    'Gli accessi di questa persona sono chiusi: un invito non li riapre. Prima li riapra chi amministra.',
    'The logins of this person are closed, and no invitation opens them: first an administrator reopens them.',
  ],
});
