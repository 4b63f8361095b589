import type { DocumentRef } from '@tavolo/event-store';
import type { LocalDate, Refusal } from '@tavolo/kernel';
import { commonRules } from './common.rules.js';
import type { Mandate } from './mandates.js';

type Dated = Readonly<{ effectiveOn?: LocalDate; reason?: string; authorisation?: string }>;
type Grounded = Readonly<{ reason?: string; documents?: readonly DocumentRef[] }>;

/** the mandate is the actor's own and valid on the day of the act. */
export function mandateRefusal(mandate: Mandate | null, today: LocalDate): Refusal | null {
  if (!mandate) return { ...commonRules.MandateUnknown, details: {} };
  // No handler is ever reached with such a mandate, whatever a policy says.
  if (mandate.kind === 'auditor') return { ...commonRules.AuditorsWriteNothing, details: {} };
  const { from, until } = mandate;
  if (today < from) return { ...commonRules.MandateNotYetValid, details: { from } };
  if (until !== null && today > until) return { ...commonRules.MandateLapsed, details: { until } };
  return null;
}

/**
 * an effect dated back needs a reason and the act that authorises it. That of a timer which
 * fired late has both in the fact that set its date.
 */
export function backdated(about: Dated, today: LocalDate): Refusal | null {
  const { effectiveOn, reason, authorisation } = about;
  if (effectiveOn === undefined || effectiveOn >= today) return null;
  if (reason !== undefined && authorisation !== undefined) return null;
  return { ...commonRules.BackdatedWithoutGround, details: { effectiveOn } };
}

/** what has legal or financial effect has a reason and a document. */
export function withoutGround({ reason, documents = [] }: Grounded): Refusal | null {
  if (reason === undefined) return { ...commonRules.ReasonMissing, details: {} };
  return documents.length > 0 ? null : { ...commonRules.DocumentMissing, details: {} };
}
