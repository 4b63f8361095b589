import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { overParent } from './agreement.draft.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.model.js';
import { inState, withinTerm } from './agreement.steps.js';
import { amendmentRules } from './amendment.rules.js';
import { groupsOf, TERMS } from './amendment.view.js';
import type { AgreementEvent } from './facts.events.js';
import type { ExtendTerm, RefuseTermExtension } from './lifecycle.commands.js';
import type { RequestTermExtension } from './lifecycle.commands.js';
import { lifecycleRules } from './lifecycle.rules.js';

type AgreementDecision = Decision<AgreementEvent>;
type Kept = Decision<never> | null;

/**
 * A later end for the same money, asked for before the term is over. With more money it
 * is an amendment that rests on a funding decision.
 */
export function requestExtension(
  { data: { end, grounds }, today, by }: RequestTermExtension,
  state: Agreement,
): AgreementDecision {
  const kept =
    inState(state, ['InForce', 'Suspended']) ??
    withinTerm(state, today) ??
    (end > state.end ? null : refuse(lifecycleRules.NotLater, { end, present: state.end })) ??
    termsUnderWay(state) ??
    overParent({ ...state, end }, grounds.parent);
  if (kept) return kept;
  const { freezings, totalCents, parent, held } = state;
  const asked = { end, totalCents, parent, ...(held !== null && { beside: held }) };
  const requested = { version: freezings + 1, ...asked, requestedOn: today };
  return accept({
    type: 'AgreementExtensionRequested',
    data: { ...requested, requestedBy: by.person },
  });
}

/** The request is turned down. */
export function refuseExtension(
  { data: { end } }: RefuseTermExtension,
  state: Agreement,
): AgreementDecision {
  const { extension } = state;
  if (extension?.end !== end) return refuse(lifecycleRules.NoSuchExtension, { end });
  return accept({ type: 'AgreementExtensionRefused', data: { version: extension.version } });
}

/** Approved by somebody else, in time, when the parent's ledger agrees. */
export function extendTerm(
  { data: { end, act }, today, by }: ExtendTerm,
  state: Agreement,
): AgreementDecision {
  const kept = inState(state, ['InForce', 'Suspended']) ?? withinTerm(state, today);
  if (kept) return kept;
  const { extension, end: formerEnd, held } = state;
  if (extension?.end !== end) return refuse(lifecycleRules.NoSuchExtension, { end });
  const { version, requestedBy, reserved } = extension;
  if (requestedBy === by.person) return refuse(lifecycleRules.ApproverAsked);
  if (!reserved) return refuse(rule.ReservationPending);
  const extended = { version, formerEnd, end, act, released: held };
  return accept({ type: 'AgreementTermExtended', data: extended });
}

/** terms are changed one at a time, by an extension or by an amendment. */
function termsUnderWay(state: Agreement): Kept {
  const { extension, amendments } = state;
  if (extension !== null) return refuse(lifecycleRules.ExtensionOpen, { end: extension.end });
  const open = amendments.some(({ change }) => groupsOf(state, change).has(TERMS));
  return open ? refuse(amendmentRules.GroupAlreadyOpen, { groups: [TERMS] }) : null;
}
