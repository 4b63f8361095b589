import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.model.js';
import { inState } from './agreement.steps.js';
import type { AgreementEvent } from './facts.events.js';
import type { CloseAgreement, ReverifySignature } from './lifecycle.commands.js';
import { lifecycleRules } from './lifecycle.rules.js';

type AgreementDecision = Decision<AgreementEvent>;
type Kept = Decision<never> | null;

const ended = ['Expired', 'Terminated', 'Annulled'] as const;

/** A second look at a signature, after the end; what it was worth at its time stays. */
export function reverify({ data, today }: ReverifySignature, state: Agreement): AgreementDecision {
  const { version, party, verifiedOn } = data;
  const kept =
    inState(state, ended) ??
    (verifiedOn > today ? refuse(rule.InFuture, { when: verifiedOn }) : null);
  if (kept) return kept;
  const { endedOn, signatures } = state;
  const found = signatures.find((each) => each.version === version && each.party === party);
  if (!found) return refuse(lifecycleRules.UnknownSignature, { version, party });
  if (found.level === 'simple') return refuse(lifecycleRules.SimpleSignature, { party });
  if (endedOn !== null && verifiedOn < endedOn) {
    return refuse(lifecycleRules.VerifiedBeforeEnd, { verifiedOn, endedOn });
  }
  const { validAtSigning, validNow, report } = data;
  return accept({
    type: 'SignatureReverified',
    data: { version, party, validAtSigning, validNow, report, verifiedOn },
  });
}

/** Closed for good: every signature was looked at again, and the money is settled. */
export function close(
  { data: { settledCents }, today }: CloseAgreement,
  state: Agreement,
): AgreementDecision {
  const kept = inState(state, [...ended, 'Withdrawn']) ?? unsound(state);
  if (kept) return kept;
  const total = state.status === 'Withdrawn' ? 0 : state.totalCents;
  if (settledCents > total) {
    return refuse(lifecycleRules.SettledOverTotal, { settled: settledCents, total });
  }
  return accept({ type: 'AgreementClosed', data: { closedOn: today, settledCents } });
}

function unsound({ signatures, status }: Agreement): Kept {
  const verifiable = signatures.filter(({ level }) => level !== 'simple');
  const missing = verifiable.filter(({ validAtSigning }) => validAtSigning === null).length;
  if (missing > 0) return refuse(lifecycleRules.SignaturesNotReverified, { missing });
  const invalid = verifiable.find(({ validAtSigning }) => validAtSigning === false);
  if (!invalid || status === 'Annulled') return null;
  return refuse(lifecycleRules.SignatureWasInvalid, { party: invalid.party });
}
