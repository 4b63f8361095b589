import { accept, refuse, sum } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { AddParty, DraftAgreement, FreezeText, ParentGround } from './agreement.commands.js';
import type { RemoveParty, ReviseText } from './agreement.commands.js';
import type { ConfirmReservation, DenyReservation } from './agreement.commands.js';
import type { AgreementEvent } from './agreement.events.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.state.js';
import { changeable, hasReached, inState } from './agreement.steps.js';
import { uncoveredTopics } from './checklist.js';

type AgreementDecision = Decision<AgreementEvent>;

const PDF = 'application/pdf';

/** Founds the agreement on objects that exist, with a term that does not run backwards. */
export function draft({ data }: DraftAgreement): AgreementDecision {
  const { network = null, plan = null, parent = null, grounds, ...rest } = data;
  if (grounds.missing !== null) return refuse(rule.UnknownObject, { id: grounds.missing });
  if (data.kind === 'networkAgreement' && network === null) return refuse(rule.NetworkMissing);
  const drafted = { ...rest, network, plan, parent, conditions: conditionsOf(data) };
  return outOfOrder(data) ?? accept({ type: 'AgreementDrafted', data: drafted });
}

/** Adds an organisation; whether it is an administration is remembered for. */
export function addParty({ data }: AddParty, state: Agreement): AgreementDecision {
  const { partner, shareCents, role, grounds } = data;
  const kept = changeable(state);
  if (kept) return kept;
  if (grounds.partner === null) return refuse(rule.UnknownObject, { id: partner });
  if (state.parties.some((party) => party.partner === partner)) {
    return refuse(rule.AlreadyAParty, { party: partner });
  }
  const publicBody = grounds.partner.isPublic;
  return accept({ type: 'AgreementPartyAdded', data: { partner, shareCents, role, publicBody } });
}

/** Takes a party out of a draft. */
export function removeParty({ data }: RemoveParty, state: Agreement): AgreementDecision {
  const { partner } = data;
  const kept = changeable(state);
  if (kept) return kept;
  if (!state.parties.some((party) => party.partner === partner)) {
    return refuse(rule.NotAParty, { party: partner });
  }
  return accept({ type: 'AgreementPartyRemoved', data: { partner } });
}

/** Edits the text of a draft; what the command does not name stays. */
export function reviseText({ data }: ReviseText, state: Agreement): AgreementDecision {
  const kept = changeable(state);
  if (kept) return kept;
  const { title, totalCents, start, end, clauses } = state;
  const text = { ...{ title, totalCents, start, end, clauses }, ...data };
  const ids = text.clauses.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) return refuse(rule.ClauseTwice, { clause: twice });
  const titleEn = data.titleEn ?? state.titleEn;
  const revised = { ...text, ...(titleEn !== null && { titleEn }) };
  return outOfOrder(text) ?? accept({ type: 'AgreementTextRevised', data: revised });
}

/** Hands the draft over for review. */
export function submitForReview(state: Agreement): AgreementDecision {
  const kept = inState(state, ['Drafted']);
  return kept ?? accept({ type: 'AgreementSubmittedForReview', data: {} });
}

/** Also takes a frozen text back, as long as nobody could have signed it. */
export function requestChanges(state: Agreement): AgreementDecision {
  const kept = inState(state, ['UnderReview', 'TextFrozen', 'ApprovedByParties']);
  const frozenVersion = state.frozen?.version ?? null;
  return kept ?? accept({ type: 'AgreementChangesRequested', data: { frozenVersion } });
}

/** Fixes the text that is signed, once nothing in it could keep it from being signed. */
export function freezeText({ data }: FreezeText, state: Agreement): AgreementDecision {
  const { sha256, mediaType, parent: ground } = data.grounds;
  const canonical = data.textSha256 === undefined;
  const kept =
    inState(state, ['UnderReview']) ??
    (canonical || mediaType === PDF ? null : refuse(rule.NotAPdf, { mediaType })) ??
    incomplete(state, canonical) ??
    overParent(state, ground);
  if (kept) return kept;
  const { parent, totalCents, end, freezings } = state;
  const version = freezings + 1;
  return accept({
    type: 'AgreementTextFrozen',
    data: { version, sha256, mediaType, parent, totalCents, end },
  });
}

/** The ledger of the parent granted the amount of this version. */
export function confirmReservation(
  { data: { version } }: ConfirmReservation,
  state: Agreement,
): AgreementDecision {
  const kept = awaitsReservation(state, version);
  return kept ?? accept({ type: 'AgreementReservationConfirmed', data: { version } });
}

/** The ledger of the parent refused the amount: the text is a draft again. */
export function denyReservation(
  { data: { version, rule: number, code } }: DenyReservation,
  state: Agreement,
): AgreementDecision {
  const kept = awaitsReservation(state, version);
  const denied = { version, rule: number, code };
  return kept ?? accept({ type: 'AgreementReservationDenied', data: denied });
}

function conditionsOf({ conditions = [], grounds: { newIds } }: DraftAgreement['data']) {
  return conditions.flatMap((title, i) => {
    const id = newIds[i];
    return id === undefined ? [] : [{ id, title }];
  });
}

function outOfOrder({ start, end }: { start: LocalDate; end: LocalDate }): Decision<never> | null {
  return end < start ? refuse(rule.EndBeforeStart, { start, end }) : null;
}

/** What could keep the text from being signed is found before it is frozen. */
function incomplete(state: Agreement, canonical: boolean): Decision<never> | null {
  const { parties, totalCents, kind, clauses } = state;
  if (canonical && clauses.length === 0) return refuse(rule.TextEmpty);
  if (parties.length < 2) return refuse(rule.TooFewParties, { parties: parties.length });
  const shares = sum(parties.map(({ shareCents }) => shareCents));
  if (shares !== totalCents) return refuse(rule.SharesDiffer, { shares, total: totalCents });
  const topics = uncoveredTopics(kind, clauses);
  return topics.length > 0 ? refuse(rule.ChecklistIncomplete, { topics }) : null;
}

/** A-8 at once, for whoever freezes; that two children race for the rest the ledger decides. */
function overParent(state: Agreement, ground: ParentGround | null): Decision<never> | null {
  const { parent, totalCents: cents, end } = state;
  if (parent === null) return null;
  if (ground === null) return refuse(rule.UnknownObject, { id: parent });
  const { status, residualCents: residual, end: parentEnd } = ground;
  if (!hasReached(status, 'OpenForSignature')) {
    return refuse(rule.ParentNotSettled, { status });
  }
  if (cents > residual) return refuse(rule.ChildOverParent, { cents, residual });
  if (parentEnd === null || end <= parentEnd) return null;
  return refuse(rule.ChildOutlastsParent, { end, parentEnd });
}

function awaitsReservation(state: Agreement, version: number): Decision<never> | null {
  const { frozen } = state;
  if (frozen?.version === version && !frozen.reserved) return null;
  return refuse(rule.OtherVersion, { version });
}
