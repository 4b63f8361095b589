import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.model.js';
import { inState, otherText } from './agreement.steps.js';
import type { AgreementEvent } from './facts.events.js';
import type { RemindParty } from './lifecycle.commands.js';
import { lifecycleRules } from './lifecycle.rules.js';

/**
 * Reminds one party that its signature on the frozen text is awaited (sollecito): a party that
 * owes one and has neither given nor refused it, and not twice on one day, whoever reminds it.
 */
export function remind(
  { data: { party, textSha256 }, today }: RemindParty,
  state: Agreement,
): Decision<AgreementEvent> {
  const kept =
    inState(state, ['OpenForSignature', 'PartiallySigned']) ?? otherText(state, textSha256);
  if (kept) return kept;
  const found = state.parties.find(({ partner }) => partner === party);
  if (!found) return refuse(rule.NotAParty, { party });
  if (found.signedOn !== null) return refuse(rule.AlreadySigned, { party });
  if (found.refused) return refuse(lifecycleRules.AlreadyRefused, { party });
  if (found.remindedOn === today) return refuse(lifecycleRules.RemindedToday, { party });
  return accept({ type: 'PartyReminded', data: { party, textSha256, remindedOn: today } });
}
