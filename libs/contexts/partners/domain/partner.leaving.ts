import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate, Rule } from '@tavolo/kernel';
import { isLiving, lacksRegisterNumber } from '../contract/index.js';
import type { PartnerId } from '../contract/index.js';
import type { PartnerEvent } from './partner.events.js';
import type {
  ConfirmWithdrawal,
  MarkDuplicate,
  OpenGround,
  OtherPartner,
  RecordDissolution,
  RecordSuccession,
  ReinstatePartner,
  RequestWithdrawal,
  SuspendPartner,
} from './partner.leaving.commands.js';
import { interestRefusal } from './partner.profile.js';
import { partnerRules as rules } from './partner.rules.js';
import type { PartnerState } from './partner.state.js';

type Refused = Decision<never> | null;

/** PA-8: from now on nothing new is taken on; the powers to act, and so the reports, go on. */
export function suspend({ at, by }: SuspendPartner, state: PartnerState): Decision<PartnerEvent> {
  const refusal = interestRefusal(by, state);
  if (refusal) return refusal;
  return accept({ type: 'PartnerSuspended', data: { suspendedBy: by.person, suspendedAt: at } });
}

/** The register number is looked at again (PA-3). */
export function reinstate(
  { at, by }: ReinstatePartner,
  state: PartnerState,
): Decision<PartnerEvent> {
  const refusal = interestRefusal(by, state);
  if (refusal) return refusal;
  if (lacksRegisterNumber(state.kind, state.identifiers.runtsNo ?? null)) {
    return refuse(rules.RegisterNumberMissing);
  }
  return accept({
    type: 'PartnerReinstated',
    data: { reinstatedBy: by.person, reinstatedAt: at },
  });
}

/** A partner may want to leave at any time; PA-6 is for the end of it. */
export function requestWithdrawal({ at, by }: RequestWithdrawal): Decision<PartnerEvent> {
  return accept({
    type: 'PartnerWithdrawalRequested',
    data: { requestedBy: by.person, requestedAt: at },
  });
}

/** PA-6, by another person than who asked for it. */
export function confirmWithdrawal(
  { data, at, by }: ConfirmWithdrawal,
  state: PartnerState,
): Decision<PartnerEvent> {
  if (state.withdrawalBy === by.person) return refuse(rules.OwnProposal);
  const refusal = openRefusal(data.grounds.open);
  if (refusal) return refusal;
  return accept({
    type: 'PartnerWithdrawn',
    data: { ...taxCodeOf(state), withdrawnAt: at },
  });
}

/** PA-6: what is open is reassigned, settled or recovered first. */
export function openRefusal(open: OpenGround): Refused {
  const { openCents = 0, unreportedAdvanceCents = 0 } = open ?? {};
  if (openCents === 0 && unreportedAdvanceCents === 0) return null;
  return refuse(rules.CommitmentsOpen, { openCents, unreportedAdvanceCents });
}

/** PA-9: obligations pass on to an active partner; what was signed stays as it was signed. */
export function succeed(
  { data, at, today }: RecordSuccession,
  state: PartnerState,
): Decision<PartnerEvent> {
  const { successor, on, grounds } = data;
  const refusal =
    otherRefusal(grounds.successor, { partner: successor, ended: rules.SuccessorEnded }) ??
    futureRefusal(on, today);
  if (refusal) return refusal;
  return accept({
    type: 'PartnerSucceeded',
    data: { successor, on, ...taxCodeOf(state), recordedAt: at },
  });
}

/** That an organisation ceased is no request: it is recorded, whatever is open. */
export function dissolve(
  { data: { on }, at, today }: RecordDissolution,
  state: PartnerState,
): Decision<PartnerEvent> {
  const refusal = futureRefusal(on, today);
  if (refusal) return refusal;
  return accept({ type: 'PartnerDissolved', data: { on, ...taxCodeOf(state), recordedAt: at } });
}

/** PA-1: the other one stays; PA-6: what is open here would be lost with this one. */
export function markDuplicate(
  { data, at }: MarkDuplicate,
  state: PartnerState,
): Decision<PartnerEvent> {
  const { of, grounds } = data;
  const refusal =
    otherRefusal(grounds.of, { partner: of, ended: rules.DuplicateOfEnded }) ??
    openRefusal(grounds.open);
  if (refusal) return refusal;
  return accept({
    type: 'PartnerDuplicateMarked',
    data: { of, ...taxCodeOf(state), markedAt: at },
  });
}

function otherRefusal(
  other: OtherPartner | null,
  { partner, ended }: Readonly<{ partner: PartnerId; ended: Rule }>,
): Refused {
  if (!other) return refuse(rules.PartnerUnknown, { partner });
  const { isSelf, status } = other;
  if (isSelf) return refuse(rules.SucceedsItself);
  return isLiving(status) ? null : refuse(ended, { partner, status });
}

function futureRefusal(on: LocalDate, today: LocalDate): Refused {
  return on > today ? refuse(rules.NotYetHappened, { on }) : null;
}

/** What the process gives back to the claims: the code is free for another partner (PA-1). */
function taxCodeOf({ taxCodeHmac }: PartnerState) {
  return taxCodeHmac === null ? {} : { taxCodeHmac };
}
