import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import { withdrawn } from './agreement.amendment.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.model.js';
import { inState, withinTerm } from './agreement.steps.js';
import type { AgreementEvent } from './facts.events.js';
import type { AnnulAgreement, GiveNotice, TerminateAgreement } from './lifecycle.commands.js';
import { lifecycleRules } from './lifecycle.rules.js';

type AgreementDecision = Decision<AgreementEvent>;

/** Where the text says nothing about the period of notice; in days. */
export const NOTICE_DAYS = 30;

/** Given up before all have signed; its amount is free again. */
export function withdrawDraft(state: Agreement): AgreementDecision {
  const kept = inState(state, [
    ...(['Drafted', 'UnderReview', 'TextFrozen', 'ApprovedByParties'] as const),
    ...(['OpenForSignature', 'PartiallySigned'] as const),
  ]);
  const frozenVersion = state.frozen?.version ?? null;
  return kept ?? accept({ type: 'AgreementWithdrawn', data: { frozenVersion } });
}

/** No effect for a time; the term runs on. */
export function suspend(state: Agreement, today: LocalDate): AgreementDecision {
  const kept = inState(state, ['InForce']) ?? withinTerm(state, today);
  return kept ?? accept({ type: 'AgreementSuspended', data: { from: today } });
}

/** Back in effect, unless its term ran out meanwhile. */
export function resume(state: Agreement, today: LocalDate): AgreementDecision {
  const kept = inState(state, ['Suspended']) ?? withinTerm(state, today);
  return kept ?? accept({ type: 'AgreementResumed', data: { from: today } });
}

/** A party wants out: the period of notice begins. */
export function giveNotice({ data, today }: GiveNotice, state: Agreement): AgreementDecision {
  const { party, givenOn } = data;
  const kept =
    inState(state, ['InForce', 'Suspended']) ??
    withinTerm(state, today) ??
    (givenOn > today ? refuse(rule.InFuture, { when: givenOn }) : null);
  if (kept) return kept;
  const { parties, noticeEnds, noticeDays } = state;
  if (!parties.some(({ partner }) => partner === party)) return refuse(rule.NotAParty, { party });
  if (noticeEnds !== null) {
    return refuse(lifecycleRules.NoticeAlreadyGiven, { effectiveOn: noticeEnds });
  }
  const earliest = daysAfter(givenOn, noticeDays ?? NOTICE_DAYS);
  const { effectiveFrom: effectiveOn = earliest } = data;
  if (effectiveOn < earliest) return refuse(lifecycleRules.NoticeTooShort, { earliest });
  return accept({ type: 'TerminationNoticeGiven', data: { party, givenOn, effectiveOn } });
}

/** Ends before its last day: by a notice that has run, for breach, or as all agree. */
export function terminate(
  { data: { cause }, today }: TerminateAgreement,
  state: Agreement,
): AgreementDecision {
  const { noticeEnds } = state;
  const isNotice = cause === 'notice';
  const kept = inState(state, ['InForce', 'Suspended']);
  if (kept) return kept;
  if (isNotice && noticeEnds === null) return refuse(lifecycleRules.NoNotice);
  if (isNotice && noticeEnds !== null && today < noticeEnds) {
    return refuse(lifecycleRules.NoticeRunning, { effectiveOn: noticeEnds });
  }
  const endedOn = isNotice && noticeEnds !== null ? noticeEnds : today;
  // A date decides: an agreement whose last day came first has expired.
  const over = withinTerm(state, endedOn);
  if (over) return over;
  return ending(state, today, { type: 'AgreementTerminated', data: { cause, endedOn } });
}

/** An authority or a court annulled it, whatever has become of it meanwhile. */
export function annul(
  { data: { act, annulledOn: endedOn }, today }: AnnulAgreement,
  state: Agreement,
): AgreementDecision {
  const kept =
    inState(state, [
      ...(['FullySigned', 'Registered', 'InForce', 'Suspended'] as const),
      ...(['Expired', 'Terminated'] as const),
    ]) ?? (endedOn > today ? refuse(rule.InFuture, { when: endedOn }) : null);
  return kept ?? ending(state, today, { type: 'AgreementAnnulled', data: { act, endedOn } });
}

/** The timer records what the date has decided: the last day has passed. */
export function expire(state: Agreement, today: LocalDate): AgreementDecision {
  const { end } = state;
  const kept = inState(state, ['InForce', 'Suspended']);
  if (kept) return kept;
  if (today <= end) return refuse(lifecycleRules.NotOverYet, { end });
  return ending(state, today, { type: 'AgreementExpired', data: { endedOn: end } });
}

/** What is under way falls with the agreement, and the settlement is opened once. */
export function ending(state: Agreement, today: LocalDate, end: AgreementEvent): AgreementDecision {
  const { amendments, extension, settlementOpenedOn, totalCents } = state;
  const lapsed: AgreementEvent[] = amendments.map(withdrawn);
  if (extension !== null) {
    const { version } = extension;
    lapsed.push({ type: 'AgreementExtensionRefused', data: { version } });
  }
  const opened: AgreementEvent = {
    type: 'SettlementOpened',
    data: { openedOn: today, totalCents },
  };
  return accept(...lapsed, end, ...(settlementOpenedOn === null ? [opened] : []));
}
