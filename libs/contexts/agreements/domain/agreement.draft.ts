import { accept, refuse, sum } from '@tavolo/kernel';
import type { Cents, Decision, LocalDate } from '@tavolo/kernel';
import type { AgreementKind } from '../contract/index.js';
import type { AddParty, DraftAgreement, FreezeText, ParentGround } from './agreement.commands.js';
import type { RemoveParty, ReviseText } from './agreement.commands.js';
import type { ConfirmReservation, DenyReservation } from './agreement.commands.js';
import type { AgreementEvent } from './facts.events.js';
import { lifecycleRules } from './lifecycle.rules.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.state.js';
import { changeable, inState, takesChildren } from './agreement.steps.js';
import { belowChildren, unfunded } from './amendment.checks.js';
import { changesTerms } from './amendment.view.js';
import { mayStandBelow } from './cascade.js';
import { uncoveredTopics } from './checklist.js';

type AgreementDecision = Decision<AgreementEvent>;

const PDF = 'application/pdf';

/** Founds the agreement on objects that exist, with a term that does not run backwards. */
export function draft({ data }: DraftAgreement): AgreementDecision {
  const { network = null, plan = null, parent = null, grounds, ...rest } = data;
  if (grounds.missing !== null) return refuse(rule.UnknownObject, { id: grounds.missing });
  if (data.kind === 'networkAgreement' && network === null) return refuse(rule.NetworkMissing);
  const drafted = { ...rest, network, plan, parent, conditions: conditionsOf(data) };
  const kept = outOfCascade(data) ?? outOfOrder(data);
  return kept ?? accept({ type: 'AgreementDrafted', data: drafted });
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

/**
 * Also takes a frozen text back as long as nobody could have signed it, and one that a party
 * refuses to sign: then the signatures of the others are void.
 */
export function requestChanges(state: Agreement): AgreementDecision {
  const { parties, frozen } = state;
  const isRefused = parties.some(({ refused }) => refused);
  const kept = inState(state, [
    ...(['UnderReview', 'TextFrozen', 'ApprovedByParties'] as const),
    ...(isRefused ? (['OpenForSignature', 'PartiallySigned'] as const) : []),
  ]);
  if (kept) return kept;
  const frozenVersion = frozen?.version ?? null;
  const voided = parties.flatMap(({ partner: party, signedOn }): AgreementEvent[] =>
    signedOn === null || frozen === null
      ? []
      : [
          {
            type: 'SignatureInvalidated',
            data: { party, textSha256: frozen.sha256, document: null },
          },
        ],
  );
  return accept(...voided, { type: 'AgreementChangesRequested', data: { frozenVersion } });
}

/**
 * Fixes the text that is signed, once nothing in it could keep it from being signed.
 * Of an amendment that leaves amounts and term as they are the parent's ledger holds nothing.
 */
export function freezeText(
  { data, today }: FreezeText,
  { seen, base }: { seen: Agreement; base: Agreement },
): AgreementDecision {
  const { sha256, mediaType } = data.grounds;
  const isHeld = seen.amending === null || changesTerms(seen.amending);
  const kept =
    inState(seen, ['UnderReview']) ??
    unfitText(seen, data) ??
    (isHeld ? overParent(seen, data.grounds.parent) : null) ??
    unfitAmendment(data, { seen, base, today });
  if (kept) return kept;
  const { totalCents, end, freezings, parent } = seen;
  const holding = { parent: isHeld ? parent : null, ...besideOf({ seen, base, isHeld }) };
  const version = freezings + 1;
  const frozen = { version, sha256, mediaType, totalCents, end, ...holding };
  return accept({ type: 'AgreementTextFrozen', data: frozen });
}

/** The version in force stays held until the amendment takes its place. */
function besideOf({ seen, base, isHeld }: { seen: Agreement; base: Agreement; isHeld: boolean }) {
  const isAmendment = seen.amending !== null;
  return isAmendment && isHeld && base.held !== null ? { beside: base.held } : {};
}

function unfitText(seen: Agreement, { textSha256, grounds }: FreezeText['data']) {
  const canonical = textSha256 === undefined;
  const { mediaType } = grounds;
  if (!canonical && mediaType !== PDF) return refuse(rule.NotAPdf, { mediaType });
  return incomplete(seen, canonical);
}

function unfitAmendment(
  { grounds: { children, decision } }: FreezeText['data'],
  about: { seen: Agreement; base: Agreement; today: LocalDate },
): Decision<never> | null {
  if (about.seen.amending === null) return null;
  return (
    unfunded(about.seen, { ...about, decision: decision ?? null }) ??
    (children ? belowChildren(about.seen, children) : null)
  );
}

/** The ledger of the parent granted the amount of this version. */
export function confirmReservation(
  { data: { version } }: ConfirmReservation,
  state: Agreement,
): AgreementDecision {
  const kept = awaitsReservation(state, version);
  if (kept) return kept;
  const confirmed = { type: 'AgreementReservationConfirmed', data: { version } } as const;
  const { recorded } = state;
  // One that was signed elsewhere has its number already: it is claimed when its amount is held.
  if (recorded === null || !isFounding(state, version)) return accept(confirmed);
  const gone = inState(state, ['FullySigned']);
  return gone ?? accept(confirmed, { type: 'AgreementRegistrationProposed', data: recorded.entry });
}

/** The ledger of the parent refused the amount: the text is a draft again. */
export function denyReservation(
  { data: { version, rule: number, code } }: DenyReservation,
  state: Agreement,
): AgreementDecision {
  const kept = awaitsReservation(state, version);
  if (kept) return kept;
  const denied = {
    type: 'AgreementReservationDenied',
    data: { version, rule: number, code },
  } as const;
  if (state.recorded === null || !isFounding(state, version)) return accept(denied);
  const gone = inState(state, ['FullySigned']);
  if (gone) return gone;
  // What was signed elsewhere cannot be a draft again: it was recorded in vain.
  return accept(denied, { type: 'AgreementWithdrawn', data: { frozenVersion: null } });
}

function conditionsOf({ conditions = [], grounds: { newIds } }: DraftAgreement['data']) {
  return conditions.flatMap((title, i) => {
    const id = newIds[i];
    return id === undefined ? [] : [{ id, title }];
  });
}

/** What may stand below what in the cascade of agreements. */
export function outOfCascade({
  kind,
  grounds: { parentKind = null },
}: Readonly<{ kind: AgreementKind; grounds: { parentKind?: AgreementKind | null } }>) {
  if (parentKind === null || mayStandBelow(kind, parentKind)) return null;
  return refuse(lifecycleRules.OutOfCascade, { kind, parentKind });
}

/** A term that would run backwards. */
export function outOfOrder({
  start,
  end,
}: Readonly<{ start: LocalDate; end: LocalDate }>): Decision<never> | null {
  return end < start ? refuse(rule.EndBeforeStart, { start, end }) : null;
}

/** What could keep the text from being signed is found before it is frozen. */
function incomplete(state: Agreement, canonical: boolean): Decision<never> | null {
  const { kind, clauses, amending, recorded } = state;
  if (canonical && amending === null && clauses.length === 0) return refuse(rule.TextEmpty);
  return isIncomplete(state) ?? uncovered(kind, recorded ? [...clauses, recorded] : clauses);
}

/** at least two parties, whose shares make up the whole. */
export function isIncomplete({
  parties,
  totalCents,
}: Readonly<{
  parties: readonly Readonly<{ shareCents: Cents }>[];
  totalCents: Cents;
}>): Decision<never> | null {
  if (parties.length < 2) return refuse(rule.TooFewParties, { parties: parties.length });
  const shares = sum(parties.map(({ shareCents }) => shareCents));
  return shares === totalCents ? null : refuse(rule.SharesDiffer, { shares, total: totalCents });
}

/** mandatory content that nothing of the text covers. */
export function uncovered(
  kind: AgreementKind,
  parts: Parameters<typeof uncoveredTopics>[1],
): Decision<never> | null {
  const topics = uncoveredTopics(kind, parts);
  return topics.length > 0 ? refuse(rule.ChecklistIncomplete, { topics }) : null;
}

/** The founding text, not an amendment of it and no later end that was asked for. */
function isFounding({ amending, frozen }: Agreement, version: number): boolean {
  return amending === null && frozen?.version === version;
}

/** A-8 at once, for whoever freezes; that two children race for the rest the ledger decides. */
export function overParent(
  state: Pick<Agreement, 'end' | 'parent' | 'totalCents'>,
  ground: ParentGround | null,
): Decision<never> | null {
  const { parent, totalCents: cents, end } = state;
  if (parent === null) return null;
  if (ground === null) return refuse(rule.UnknownObject, { id: parent });
  const { status, residualCents: residual, end: parentEnd } = ground;
  if (!takesChildren(status)) {
    return refuse(rule.ParentNotSettled, { status });
  }
  if (cents > residual) return refuse(rule.ChildOverParent, { cents, residual });
  if (parentEnd === null || end <= parentEnd) return null;
  return refuse(rule.ChildOutlastsParent, { end, parentEnd });
}

function awaitsReservation(state: Agreement, version: number): Decision<never> | null {
  const { frozen, extension } = state;
  const asked = [frozen, extension].find((each) => each?.version === version);
  if (asked?.reserved === false) return null;
  return refuse(rule.OtherVersion, { version });
}
