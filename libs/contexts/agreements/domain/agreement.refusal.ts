import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { AgreementStatus } from '../contract/index.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.model.js';
import { inState, otherText } from './agreement.steps.js';
import type { AgreementEvent } from './facts.events.js';
import type { InvalidateSignature, PublishAgreement } from './lifecycle.commands.js';
import type { RefuseSignature } from './lifecycle.commands.js';
import { lifecycleRules } from './lifecycle.rules.js';
import { recordingRules } from './recording.rules.js';

type AgreementDecision = Decision<AgreementEvent>;

/** States in which somebody has signed and nothing has effect yet. */
const collected: readonly AgreementStatus[] = ['PartiallySigned', 'FullySigned', 'Registered'];
const complete: readonly AgreementStatus[] = ['FullySigned', 'Registered', 'InForce', 'Suspended'];

/** A party will not sign this text: now it may be sent back, or given up. */
export function refuseSignature(
  { data, today }: RefuseSignature,
  state: Agreement,
): AgreementDecision {
  const { party, textSha256, statement, refusedOn } = data;
  const kept =
    inState(state, ['OpenForSignature', 'PartiallySigned']) ??
    otherText(state, textSha256) ??
    (refusedOn > today ? refuse(rule.InFuture, { when: refusedOn }) : null);
  if (kept) return kept;
  const found = state.parties.find(({ partner }) => partner === party);
  if (!found) return refuse(rule.NotAParty, { party });
  if (found.signedOn !== null) return refuse(rule.AlreadySigned, { party });
  if (found.refused) return refuse(lifecycleRules.AlreadyRefused, { party });
  const refused = { party, textSha256, refusedOn, statement };
  return accept({ type: 'SignatureRefused', data: refused });
}

/** A collected signature is void: the text waits for it again. In force it is annulled. */
export function invalidateSignature(
  { data }: InvalidateSignature,
  state: Agreement,
): AgreementDecision {
  const { party, textSha256, document } = data;
  const kept = inState(state, collected) ?? otherText(state, textSha256);
  if (kept) return kept;
  if (state.proposed !== null) return refuse(rule.RegistrationPending);
  const isElsewhere = state.recorded !== null && state.amending === null;
  if (isElsewhere) return refuse(recordingRules.SignedElsewhere);
  const found = state.parties.find(({ partner }) => partner === party);
  if (!found) return refuse(rule.NotAParty, { party });
  if (found.signedOn === null) return refuse(lifecycleRules.NotSigned, { party });
  return accept({ type: 'SignatureInvalidated', data: { party, textSha256, document } });
}

/** Where it was published, and when; of what all have signed. */
export function publish({ data, today }: PublishAgreement, state: Agreement): AgreementDecision {
  const { publishedOn, place, reference } = data;
  const kept =
    inState(state, complete) ??
    (publishedOn > today ? refuse(rule.InFuture, { when: publishedOn }) : null);
  if (kept) return kept;
  const { lastSignedOn } = state;
  if (state.publishedOn !== null) return refuse(lifecycleRules.AlreadyPublished);
  if (lastSignedOn !== null && publishedOn < lastSignedOn) {
    return refuse(lifecycleRules.PublishedBeforeSignature, { publishedOn, lastSignedOn });
  }
  return accept({ type: 'AgreementPublished', data: { publishedOn, place, reference } });
}
