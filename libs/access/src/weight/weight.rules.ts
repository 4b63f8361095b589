import { rules } from '@tavolo/kernel';

/** What keeps an act of weight out, whatever its aggregate says. */
export const weightRules = rules({
  AdministratorDecidesNothing: [
    'X-3',
    'L’amministratore apre gli accessi e non vota, non firma e non approva: agire con il mandato di un seggio o di una rappresentanza.',
    'The administrator opens access, and neither votes, signs nor approves: act under the mandate of a seat or a representation.',
  ],
  ServiceDecidesNothing: [
    'X-3',
    'Un servizio agisce per un ente e non vota, non firma e non approva: serve una persona, con il proprio mandato.',
    'A service acts for an organisation, and neither votes, signs nor approves: a person is needed, under a mandate of their own.',
  ],
  LoginTooLow: [
    'X-3',
    'Per questo atto l’organo chiede un accesso di livello {asked}, questo è {level}: accedere di nuovo con SPID di livello {spid} o superiore, o con la CIE.',
    'For this act the body asks for a login at level {asked}, this one is {level}: sign in again with SPID at level {spid} or higher, or with CIE.',
  ],
  LoginTooOld: [
    'X-3',
    'Per questo atto l’organo chiede un accesso di non più di {minutes} minuti fa: accedere di nuovo e ripetere.',
    'For this act the body asks for a login at most {minutes} minutes ago: sign in again, then repeat.',
  ],
});
