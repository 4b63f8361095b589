import { rules } from '@tavolo/kernel';
import type { Refusal } from '@tavolo/kernel';
import type { Policy } from './policy-text.js';
import type { Action } from './question.js';

/** What the policies keep out; the sentences of the policies themselves are put behind these. */
export const accessRules = rules({
  NotPermitted: [
    'X-3',
    'Il mandato indicato non consente questo atto su questo oggetto.',
    'The mandate named does not allow this act on this object.',
  ],
  Prohibited: ['X-3', 'L’atto è vietato a questo mandato.', 'This mandate may never do this.'],
  ForOneself: [
    'X-5',
    'Nessuno apre l’accesso a sé stesso: serve un’altra persona.',
    'Nobody opens access to themself: another person is needed.',
  ],
  PoliciesSilent: [
    'X-3',
    'Le regole di accesso non hanno potuto rispondere: l’atto non è consentito. Avvisare chi gestisce il sistema.',
    'The access policies could not answer, so the act is not allowed. Tell whoever runs the system.',
  ],
});

/** Why an act is not allowed, in the words of the policies that forbade it or would have let it. */
export function refusalBy(
  { action, forbidding }: Readonly<{ action: Action; forbidding: readonly Policy[] }>,
  permitting: readonly Policy[],
): Refusal {
  if (forbidding.length > 0) {
    const isOneself = forbidding.every(({ id }) => id === 'administrators-empower-others');
    return isOneself
      ? worded(accessRules.ForOneself, forbidding, action)
      : worded(accessRules.Prohibited, forbidding, action);
  }
  return worded(accessRules.NotPermitted, permitting, action);
}

function worded(
  rule: (typeof accessRules)[keyof typeof accessRules],
  policies: readonly Policy[],
  action: Action,
): Refusal {
  const [it, en] = [policies.map((policy) => policy.it), policies.map((policy) => policy.en)];
  return {
    ...rule,
    it: [rule.it, ...it].join(' '),
    en: [rule.en, ...en].join(' '),
    details: { action, policies: policies.map(({ id }) => id) },
  };
}
