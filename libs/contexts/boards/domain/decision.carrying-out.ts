import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { signatureOf } from './decision.effect.js';
import type { DecisionEvent } from './decision.events.js';
import type { LaterAsked } from './decision.later.commands.js';
import { laterRules } from './decision.later.rules.js';
import { decisionRules } from './decision.rules.js';
import type { DecisionState } from './decision.state.js';

/** Another text beside the one that was voted on, signed as that one was. */
export function issueErratum(
  { data, at, by }: LaterAsked<'IssueErratum'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const { document, corrects, textSha256 } = data;
  const standing = state.later.correctedSha256 ?? state.textSha256;
  if (corrects !== standing) return refuse(decisionRules.OtherText, { textSha256: standing });
  if (textSha256 === standing || textSha256 === state.textSha256) {
    return refuse(laterRules.SameCorrection);
  }
  const signature = signatureOf(data, state, { at, recorder: by.person });
  if ('outcome' in signature) return signature;
  return accept({ type: 'ErratumIssued', data: { document, corrects, ...signature } });
}

/** To a partner, or to an office, by a day that can still come. */
export function assignImplementation({
  data: { partner, office, dueOn, grounds },
  today,
  by,
}: LaterAsked<'AssignImplementation'>): Decision<DecisionEvent> {
  if (partner === undefined && office === undefined) return refuse(laterRules.NobodyAssigned);
  if (partner !== undefined && !grounds.partnerKnown) {
    return refuse(laterRules.PartnerUnknown, { id: partner });
  }
  if (dueOn < today) return refuse(laterRules.ImplementationPast, { dueOn });
  const to = { partner: partner ?? null, office: office ?? null };
  const data = { ...to, dueOn, assignedBy: by.person };
  return accept({ type: 'ImplementationAssigned', data });
}

/** D-9, X-5: carried out what has effect, confirmed by another than who assigned it. */
export function confirmImplementation(
  { data: { evidence }, today, by }: LaterAsked<'ConfirmImplementation'>,
  { later: { assignedBy } }: DecisionState,
): Decision<DecisionEvent> {
  if (assignedBy === null) return refuse(laterRules.NotAssigned);
  if (assignedBy === by.person) return refuse(laterRules.OwnAssignment);
  const data = { evidence, confirmedBy: by.person, implementedOn: today };
  return accept({ type: 'DecisionImplemented', data });
}
