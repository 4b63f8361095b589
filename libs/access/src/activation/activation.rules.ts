import { rules } from '@tavolo/kernel';

/** What keeps an activation of policies out. */
export const activationRules = rules({
  PoliciesActiveAlready: [
    'X-11',
    'Queste regole di accesso sono già in vigore: non c’è nulla da attivare.',
    'These policies are active already: there is nothing to activate.',
  ],
  OtherPolicies: [
    'X-8',
    'Su questo server le regole da attivare sono {offered}, non {hash}: rileggerle e indicare quelle.',
    'The policies to activate on this server are {offered}, not {hash}: read them again and name those.',
  ],
  AdministratorsActivate: [
    'X-3',
    'Le regole di accesso le attiva un amministratore: agire con quel mandato.',
    'Policies are activated by an administrator: act under that mandate.',
  ],
});
