import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate, PersonRef } from '@tavolo/kernel';
import type { PartnerId, Representation } from '@tavolo/partners';
import type { OpenForSignature, PartyGround } from './agreement.commands.js';
import type { RecordPartyApproval, SignAgreement } from './agreement.commands.js';
import type { AgreementEvent } from './facts.events.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement, Party } from './agreement.state.js';
import { inState, otherText } from './agreement.steps.js';
import { lifecycleRules } from './lifecycle.rules.js';

type AgreementDecision = Decision<AgreementEvent>;
type Kept = Decision<never> | null;
type OfAParty = Pick<Party, 'publicBody'>;

/** A party’s approving act on the frozen text. */
export function recordApproval(
  { data, today }: RecordPartyApproval,
  state: Agreement,
): AgreementDecision {
  const { party, textSha256, act, date, body } = data;
  const kept =
    inState(state, ['TextFrozen', 'ApprovedByParties']) ??
    otherText(state, textSha256) ??
    (date > today ? refuse(rule.InFuture, { when: date }) : null);
  if (kept) return kept;
  const found = state.parties.find(({ partner }) => partner === party);
  if (!found) return refuse(rule.NotAParty, { party });
  if (found.approvedOn !== null) return refuse(rule.AlreadyApproved, { party });
  return accept({ type: 'PartyApprovalRecorded', data: { party, textSha256, act, date, body } });
}

/** From here on the text is immutable; every administration has approved it. */
export function openForSignature(
  { data: { textSha256 }, today }: OpenForSignature,
  state: Agreement,
): AgreementDecision {
  const kept = inState(state, ['TextFrozen', 'ApprovedByParties']) ?? otherText(state, textSha256);
  if (kept) return kept;
  if (state.frozen?.reserved === false) return refuse(rule.ReservationPending);
  const waiting = state.parties.filter((party) => party.publicBody && party.approvedOn === null);
  if (waiting.length > 0) {
    return refuse(rule.ApprovalMissing, { parties: waiting.map(({ partner }) => partner) });
  }
  const opened = { textSha256, openedOn: today };
  return accept({ type: 'AgreementOpenedForSignature', data: opened });
}

/** A signature on the frozen text, and at its time A-5, PA-2, PA-3, PA-5. */
export function sign(command: SignAgreement, state: Agreement): AgreementDecision {
  const { data, by } = command;
  const kept =
    inState(state, ['OpenForSignature', 'PartiallySigned']) ?? otherText(state, data.textSha256);
  if (kept) return kept;
  const party = state.parties.find(({ partner }) => partner === data.party);
  if (!party) return refuse(rule.NotAParty, { party: data.party });
  const signatory = data.signatory ?? by.person;
  const unfit = unfitSignature(command, { state, party }) ?? notOwnHand(command, signatory);
  if (unfit) return unfit;
  const power = powerOf(command, { signatory, cents: atStake(state, party) });
  return 'mandate' in power ? signed(command, { state, signatory, mandate: power }) : power;
}

function unfitSignature(command: SignAgreement, about: { state: Agreement; party: Party }): Kept {
  const { partner, signedOn } = about.party;
  if (signedOn !== null) return refuse(rule.AlreadySigned, { party: partner });
  if (about.party.refused) return refuse(lifecycleRules.AlreadyRefused, { party: partner });
  const { parties } = about.state;
  return untimely(command, about) ?? tooWeak(command.data, { ...about, parties });
}

/** The amount a party answers for: a lead or an authority for all of it, others for their share. */
export function atStake(
  { totalCents }: Pick<Agreement, 'totalCents'>,
  { role, shareCents }: Pick<Party, 'role' | 'shareCents'>,
): number {
  return role === 'lead' || role === 'authority' ? totalCents : shareCents;
}

function untimely(
  { data: { signedAt, grounds }, at }: SignAgreement,
  { state: { openedOn }, party: { approvedOn } }: { state: Agreement; party: Party },
): Kept {
  const { signedOn } = grounds;
  if (signedAt > at) return refuse(rule.InFuture, { when: signedAt });
  if (openedOn !== null && signedOn < openedOn) {
    return refuse(rule.SignedBeforeOpening, { signedOn, openedOn });
  }
  if (approvedOn === null || approvedOn <= signedOn) return null;
  return refuse(rule.ApprovalAfterSignature, { date: approvedOn, signedOn });
}

/** an administration that agrees with another signs at least at the advanced level. */
export function tooWeak(
  { level, container, report }: Pick<SignAgreement['data'], 'container' | 'level' | 'report'>,
  { parties, party }: { parties: readonly OfAParty[]; party: OfAParty },
): Kept {
  const administrations = parties.filter(({ publicBody }) => publicBody).length;
  if (level === 'simple') {
    return party.publicBody && administrations > 1 ? refuse(rule.SignatureTooWeak) : null;
  }
  const complete = container !== undefined && report !== undefined;
  return complete ? null : refuse(rule.ContainerMissing);
}

/** nothing but its author vouches for a simple signature: no one records another's. */
function notOwnHand({ data: { level }, by }: SignAgreement, signatory: PersonRef): Kept {
  if (level !== 'simple' || signatory === by.person) return null;
  return refuse(rule.SimpleForAnother);
}

/** The mandate that covers the act, or the rule that found none (PA-2, PA-3, A-5, PA-5). */
function powerOf(
  { data: { party, mandate, grounds } }: SignAgreement,
  { signatory, cents }: { signatory: PersonRef; cents: number },
): Representation | Decision<never> {
  const { signedOn, party: ground } = grounds;
  if (ground === null) return refuse(rule.UnknownObject, { id: party });
  const kept = notEligible(party, { ground, signedOn }) ?? notRegistered(party, ground);
  return kept ?? mandateFor(party, { ground, signedOn, signatory, mandate, cents });
}

/** What a signature has to be covered by. */
type ToCover = Readonly<{
  ground: PartyGround;
  signatory: PersonRef;
  mandate: SignAgreement['data']['mandate'];
  signedOn: LocalDate;
  cents: number;
}>;

/** The mandate of the signatory that covered the act on its day (A-5, PA-5). */
export function mandateFor(
  party: PartnerId,
  { ground, signatory, mandate, signedOn, cents }: ToCover,
): Representation | Decision<never> {
  const held = ground.representations.filter(
    (each) => each.person === signatory && (mandate === undefined || each.mandate === mandate),
  );
  if (held.length === 0) return refuse(rule.SignatoryWithoutMandate, { party });
  const valid = held.filter(({ from, until }) => covers({ from, until }, signedOn));
  if (valid.length === 0) return refuse(rule.MandateNotValid, { signedOn });
  return covering(valid, cents);
}

function covering(valid: readonly Representation[], cents: number) {
  const general = valid.filter(({ acts }) => acts === 'all' || acts.includes('agreement'));
  if (general.length === 0) return refuse(rule.PowerNotOverAgreements);
  const enough = general.find(({ maxCents }) => maxCents === null || cents <= maxCents);
  if (enough) return enough;
  const maxCents = Math.max(...general.map((each) => each.maxCents ?? 0));
  return refuse(rule.AmountOverPower, { maxCents, cents });
}

/** PA-2: eligible, and on the day of the signature still so. */
export function notEligible(
  party: PartnerId,
  { ground, signedOn }: { ground: PartyGround; signedOn: LocalDate },
): Kept {
  const { status, eligibleUntil: until } = ground;
  if (status !== 'Eligible') return refuse(rule.PartnerNotEligible, { party, status });
  if (until !== null && signedOn > until) {
    return refuse(rule.EligibilityLapsed, { party, until, signedOn });
  }
  return null;
}

/** PA-3: a third-sector entity has its number on the register. */
export function notRegistered(party: PartnerId, { kind, registerNo }: PartyGround): Kept {
  const registers = kind === 'thirdSector';
  return registers && registerNo === null ? refuse(rule.RegisterNumberMissing, { party }) : null;
}

function covers(
  { from, until }: { from: LocalDate; until: LocalDate | null },
  day: LocalDate,
): boolean {
  return from <= day && (until === null || day <= until);
}

/** The last required signature and the completion are one append: nobody sees one alone. */
function signed(
  { data }: SignAgreement,
  by: { state: Agreement; signatory: PersonRef; mandate: Representation },
): AgreementDecision {
  const { party, textSha256, level, signedAt, grounds } = data;
  const { signedOn, certificateRef } = grounds;
  const simple = level === 'simple';
  const fact = {
    type: 'AgreementSigned',
    data: {
      ...{ party, signatory: by.signatory, mandate: by.mandate.mandate, textSha256, level },
      ...{ signedAt, signedOn },
      container: simple ? null : (data.container ?? null),
      report: simple ? null : (data.report ?? null),
      certificateRef,
    },
  } as const;
  const others = by.state.parties.filter(({ partner }) => partner !== party);
  const days = others.flatMap((each) => (each.signedOn === null ? [] : [each.signedOn]));
  if (days.length < others.length) return accept(fact);
  const lastSignedOn = days.reduce((last, day) => (day > last ? day : last), signedOn);
  return accept(fact, { type: 'AgreementFullySigned', data: { textSha256, lastSignedOn } });
}
