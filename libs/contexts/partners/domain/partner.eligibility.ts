import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import { lacksRegisterNumber } from '../contract/index.js';
import type {
  LapseEligibility,
  SubmitEligibilityEvidence,
  VerifyEligibility,
} from './partner.commands.js';
import type { PartnerEvent } from './partner.events.js';
import { interestRefusal } from './partner.profile.js';
import { partnerRules as rules } from './partner.rules.js';
import type { PartnerState } from './partner.state.js';

/** Evidence is documents, valid today; it may take the place of evidence not verified yet. */
export function submitEvidence(
  { data, at, by, today }: SubmitEligibilityEvidence,
  { evidence }: PartnerState,
): Decision<PartnerEvent> {
  const { until, grounds } = data;
  const documents = [...new Set(grounds.documents)];
  if (documents.length === 0) return refuse(rules.DocumentsMissing);
  if (until < today) return refuse(rules.EvidenceOver, { until });
  if (evidence && isSame(evidence.documents, documents) && evidence.until === until) {
    return refuse(rules.EvidenceRepeated);
  }
  return accept({
    type: 'EligibilityEvidenceSubmitted',
    data: { documents, until, submittedBy: by.person, submittedAt: at },
  });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry) => other.includes(entry));
}

/** PA-2, PA-3, by another person than who submitted the evidence, without interest. */
export function verify(command: VerifyEligibility, state: PartnerState): Decision<PartnerEvent> {
  const { evidence } = state;
  const { data, at, by, today } = command;
  if (!evidence) return refuse(rules.NoEvidence);
  if (evidence.submittedBy === by.person) return refuse(rules.OwnEvidence);
  const interest = interestRefusal(by, state);
  if (interest) return interest;
  if (!data.confirmed) {
    const rejection = { verifiedBy: by.person, rejectedAt: at };
    return accept({ type: 'PartnerEligibilityRejected', data: rejection });
  }
  const until = data.until ?? evidence.until;
  const refusal = notEligible(state, { until, evidenceUntil: evidence.until, today });
  if (refusal) return refusal;
  return accept({
    type: 'PartnerEligibilityConfirmed',
    data: { until, verifiedBy: by.person, confirmedAt: at },
  });
}

type Days = Readonly<{ until: LocalDate; evidenceUntil: LocalDate; today: LocalDate }>;

function notEligible(
  { kind, identifiers }: PartnerState,
  { until, evidenceUntil, today }: Days,
): Decision<PartnerEvent> | null {
  if (evidenceUntil < today) return refuse(rules.EvidenceOver, { until: evidenceUntil });
  if (until > evidenceUntil) return refuse(rules.BeyondEvidence, { until, evidenceUntil });
  if (until < today) return refuse(rules.EligibilityOver, { until });
  const isUnregistered = lacksRegisterNumber(kind, identifiers.runtsNo ?? null); // PA-3
  return isUnregistered ? refuse(rules.RegisterNumberMissing) : null;
}

/** PA-2: only after the last day, whatever the timer thinks. */
export function lapse(
  { at, today }: LapseEligibility,
  { eligibleUntil: until }: PartnerState,
): Decision<PartnerEvent> {
  if (until === null) return refuse(rules.EligibilityLapsed);
  if (today <= until) return refuse(rules.EligibilityHolds, { until });
  return accept({ type: 'PartnerEligibilityLapsed', data: { until, lapsedAt: at } });
}
