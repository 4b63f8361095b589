import { rules } from '@tavolo/kernel';

/** What keeps an invitation, or a login through one, out. */
export const invitationRules = rules({
  InvitedUnderNothing: [
    'X-3',
    'Si invita chi ha un seggio, una rappresentanza o una nomina: il mandato {mandate} non esiste.',
    'Who holds a seat, a representation or an appointment is invited: there is no mandate {mandate}.',
  ],
  InvitedMandateLapsed: [
    'X-3',
    'Il mandato {mandate} è cessato il {until}: chi non ha più un incarico non si invita.',
    'The mandate {mandate} ended on {until}: who holds no office any more is not invited.',
  ],
  NotYoursToInvite: [
    'X-3',
    'Per un’altra persona crea l’invito chi le ha dato l’incarico, chi rappresenta il suo ente, chi presiede il suo organo o ne tiene gli atti, o l’amministratore.',
    'For somebody else a link is made by who gave them their appointment, who represents their organisation, who chairs their body or keeps its records, or the administrator.',
  ],
  SecondLoginByOneself: [
    'X-3',
    'Questa persona accede già: un secondo accesso lo collega lei stessa, dopo essere entrata con il primo.',
    'This person signs in already: a second login is bound by that person, signed in with the first.',
  ],
  LoginTooOld: [
    'X-3',
    'Per collegare un altro accesso serve essere entrati non più di {minutes} minuti fa: accedere di nuovo e ripetere.',
    'To bind another login one has signed in at most {minutes} minutes ago: sign in again, then repeat.',
  ],
  ValidityVoid: [
    'X-11',
    'Un invito vale da subito e per al massimo {days} giorni: indicare una scadenza entro quel termine.',
    'An invitation is good from now on and for {days} days at most: name an end within that time.',
  ],
  NotYoursToRevoke: [
    'X-3',
    'Un invito lo revoca chi lo ha fatto, chi lo ha ricevuto o l’amministratore.',
    'An invitation is revoked by who made it, who got it, or the administrator.',
  ],
  InvitationLinkUnknown: [
    'X-12',
    'Questo collegamento non è di nessun invito: copiarlo per intero, o chiederne uno nuovo.',
    'This link is of no invitation: copy the whole of it, or ask for a new one.',
  ],
  InvitationLinkRevoked: [
    'X-11',
    'L’invito è stato revocato: chiederne uno nuovo a chi lo ha mandato.',
    'The invitation was revoked: ask who sent it for a new one.',
  ],
  InvitationLinkUsed: [
    'X-11',
    'L’invito è già stato usato: vale una volta sola. Chi lo ha usato accede senza; se non è stata la persona invitata, avvisare subito chi lo ha mandato.',
    'The invitation was used already: it is good once. Who used it signs in without it; if that was not the person invited, tell who sent it at once.',
  ],
  InvitationLinkExpired: [
    'X-11',
    'L’invito è scaduto il {until}: chiederne uno nuovo a chi lo ha mandato.',
    'The invitation expired on {until}: ask who sent it for a new one.',
  ],
  ProgramOnly: [
    'X-3',
    'Questo invito è per un altro sistema: lo accetta il suo programma, con un token suo (client credentials).',
    'This invitation is for another system: its program accepts it, with a token of its own (client credentials).',
  ],
  PersonOnly: [
    'X-3',
    'Questo invito è per una persona: un programma con un token suo non agisce come una persona.',
    'This invitation is for a person: a program with a token of its own does not act as a person.',
  ],
  LoginDiscarded: [
    'X-3',
    'Questo accesso era della persona invitata e non vale più: serve un altro accesso.',
    'This login was that of the person invited and is good no more: another login is needed.',
  ],
  LoginOfAnother: [
    'X-5',
    'Questo accesso appartiene già a un’altra persona: aprire il collegamento dopo essere usciti, con il proprio.',
    'This login belongs to another person already: sign out, and open the link with your own.',
  ],
});
