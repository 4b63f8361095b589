import type { Mandate, Sender } from '@tavolo/command';
import { rules } from '@tavolo/kernel';
import type { Refusal } from '@tavolo/kernel';
import { isAdministrator } from '../policy/administrator.js';

/** What keeps somebody from seeing or ending a session. */
export const sessionRules = rules({
  SessionsOfOthers: [
    'X-3',
    'Le sessioni di un’altra persona le vede e le chiude solo l’amministratore.',
    'The sessions of somebody else are seen and ended by the administrator only.',
  ],
  SignInAnewToEnd: [
    'X-3',
    'Per chiudere sessioni da un browser serve un accesso di non più di {minutes} minuti fa: accedere di nuovo (/session/login?stepUp=low) e ripetere. Quella in corso si chiude uscendo.',
    'To end sessions from a browser one has signed in at most {minutes} minutes ago: sign in again (/session/login?stepUp=low), then repeat. The current one ends by signing out.',
  ],
  SessionUnknown: [
    'X-12',
    'Non esiste una sessione aperta di questa persona con id {id}.',
    'There is no open session of this person with the id {id}.',
  ],
});

/**
 * those of others are an administrator's, acting under that mandate, whose validity is the
 * gateway's to ask; null where they may be seen.
 */
export function othersRefusal(
  { person }: Pick<Sender, 'person'>,
  mandate: Pick<Mandate, 'kind' | 'person'> | null,
): Refusal | null {
  if (mandate?.person === person && isAdministrator(mandate)) return null;
  return { ...sessionRules.SessionsOfOthers, details: {} };
}
