import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import {
  isIncomplete,
  outOfCascade,
  outOfOrder,
  overParent,
  uncovered,
} from './agreement.draft.js';
import { completeOn } from './agreement.force.js';
import { agreementRules as rule } from './agreement.rules.js';
import { atStake, mandateFor, notEligible, notRegistered, tooWeak } from './agreement.signature.js';
import { entryOf } from './cycle.state.js';
import type { AgreementEvent } from './facts.events.js';
import { lifecycleRules } from './lifecycle.rules.js';
import type { RecordedPartyGround, RecordExistingAgreement } from './recording.commands.js';
import type { ReportedParty } from './recording.commands.js';
import type { RecordedParty, WaivableRule, Waiver } from './recording.events.js';
import { recordingRules } from './recording.rules.js';

type Kept = Decision<never> | null;
type Data = RecordExistingAgreement['data'];
/** Lets what a rule keeps out pass where that rule is waived, and remembers that it did. */
type Waiving = (kept: Kept) => Kept;

/** A party with what is known of it. */
type Known = ReportedParty & Readonly<{ publicBody: boolean; ground: RecordedPartyGround }>;
type Signed = Known & Readonly<{ signature: NonNullable<ReportedParty['signature']> }>;

/** The mandates under which a rule may be waived. */
const waivingRoles: readonly string[] = ['founder', 'legalRepresentative'];

/**
 * Records an agreement that was signed elsewhere. Every rule of one that is made here holds for
 * it, or is waived by name; it has effect once its amount is held and its number is
 * its own, which its processes see to.
 */
export function recordExisting(command: RecordExistingAgreement): Decision<AgreementEvent> {
  const { data, today } = command;
  const used = new Set<WaivableRule>();
  const waiving = waivingBy(data, used);
  const kept = unfitWhole(data) ?? unfitText(data, waiving);
  if (kept) return kept;
  const parties = recordedParties(command, waiving);
  if ('outcome' in parties) return parties;
  const lastSignedOn = lastOf(parties.map(({ signature }) => signature.signedOn));
  const untimely =
    untimelyEntry(data, { today, lastSignedOn }) ?? unfitEffect(data, { today, lastSignedOn });
  return (
    untimely ?? recorded(command, { parties, lastSignedOn, waivers: waiversOf(command, used) })
  );
}

/** What keeps it out whoever its parties are. */
function unfitWhole(data: Data): Kept {
  const above = { ...data, parent: data.parent ?? null };
  return (
    unknown(data) ??
    outOfCascade(data) ??
    outOfOrder(data) ??
    unfitWaivers(data) ??
    overParent(above, data.grounds.parent)
  );
}

function unknown({ grounds, ...data }: Data): Kept {
  if (grounds.missing !== null) return refuse(rule.UnknownObject, { id: grounds.missing });
  const lacksNetwork = data.kind === 'networkAgreement' && data.network === undefined;
  return lacksNetwork ? refuse(rule.NetworkMissing) : null;
}

/** a rule is waived by somebody who may, once, and only one that may be waived at all. */
function unfitWaivers({ waivers = [], grounds: { role } }: Data): Kept {
  const named = waivers.map((each) => each.rule);
  const twice = named.find((each, i) => named.indexOf(each) !== i);
  if (twice !== undefined) return refuse(recordingRules.WaivedTwice, { rule: twice });
  const [first] = named;
  if (first === undefined || (role !== null && waivingRoles.includes(role))) return null;
  return refuse(recordingRules.WaiverOutOfRole, { rule: first });
}

function waivingBy({ waivers = [] }: Data, used: Set<WaivableRule>): Waiving {
  return (kept) => {
    if (kept?.outcome !== 'refused') return kept;
    const waiver = waivers.find((each) => each.rule === kept.refusal.rule);
    if (!waiver) return kept;
    used.add(waiver.rule);
    return null;
  };
}

/** Only the waivers without which a rule had kept it out are facts. */
function waiversOf(
  { data: { waivers = [] }, by }: RecordExistingAgreement,
  used: ReadonlySet<WaivableRule>,
): readonly Waiver[] {
  const { mandate, person: waivedBy } = by;
  return waivers.flatMap(({ rule: waived, act }) =>
    mandate !== null && used.has(waived) ? [{ rule: waived, act, waivedBy, mandate }] : [],
  );
}

function unfitText(data: Data, waiving: Waiving): Kept {
  const { kind, parties, totalCents, covers = [], grounds } = data;
  if (grounds.mediaType !== 'application/pdf') {
    return refuse(rule.NotAPdf, { mediaType: grounds.mediaType });
  }
  const partners = parties.map(({ partner }) => partner);
  const twice = partners.find((each, i) => partners.indexOf(each) !== i);
  if (twice !== undefined) return refuse(recordingRules.PartyTwice, { party: twice });
  return isIncomplete({ parties, totalCents }) ?? waiving(uncovered(kind, [{ covers }]));
}

/** Every party as it is kept, or what keeps the first unfit one out. */
function recordedParties(
  command: RecordExistingAgreement,
  waiving: Waiving,
): readonly RecordedParty[] | Decision<never> {
  const { parties, grounds } = command.data;
  const known = parties.flatMap((party, i): Known[] => {
    const ground = grounds.parties[i];
    return ground ? [{ ...party, publicBody: ground.isPublic, ground }] : [];
  });
  const done: RecordedParty[] = [];
  for (const party of known) {
    const { signature } = party;
    if (!signature) return refuse(recordingRules.SignatureMissing, { party: party.partner });
    const next = recordedParty({ ...party, signature }, { command, known, waiving });
    if ('outcome' in next) return next;
    done.push(next);
  }
  return done;
}

function recordedParty(
  party: Signed,
  about: Readonly<{ command: RecordExistingAgreement; known: readonly Known[]; waiving: Waiving }>,
): Decision<never> | RecordedParty {
  const { command, waiving } = about;
  const { partner, signature, approval = null, shareCents, role, publicBody } = party;
  const { signatory, level, signedOn } = signature;
  const power = powerOf(party, command);
  const isCovered = 'mandate' in power;
  const kept = unfitSignature(party, about) ?? (isCovered ? null : waiving(power));
  if (kept) return kept;
  const { container = null, report = null } = level === 'simple' ? {} : signature;
  const mandate = isCovered ? power.mandate : null;
  return {
    ...{ partner, shareCents, role, publicBody, approval },
    signature: { signatory, mandate, level, signedOn, container, report },
  };
}

/** What keeps a signature out, its signatory's power apart (A-3 to A-5, PA-2, PA-3). */
function unfitSignature(
  party: Signed,
  {
    command,
    known,
    waiving,
  }: Readonly<{ command: RecordExistingAgreement; known: readonly Known[]; waiving: Waiving }>,
): Kept {
  const { partner, ground, signature } = party;
  const { signedOn } = signature;
  return (
    (signedOn > command.today ? refuse(rule.InFuture, { when: signedOn }) : null) ??
    tooWeak(signature, { parties: known, party }) ??
    waiving(notByItself(party, command)) ??
    waiving(unapproved(party)) ??
    waiving(notEligible(partner, { ground, signedOn })) ??
    waiving(notRegistered(partner, ground))
  );
}

function powerOf(
  { partner, ground, signature, ...party }: Signed,
  { data }: RecordExistingAgreement,
) {
  const { signatory, mandate, signedOn } = signature;
  return mandateFor(partner, { ground, signatory, mandate, signedOn, cents: atStake(data, party) });
}

/** nobody here has seen a simple signature being made. */
function notByItself({ signature }: Signed, { by }: RecordExistingAgreement): Kept {
  const isOthers = signature.level === 'simple' && signature.signatory !== by.person;
  return isOthers ? refuse(rule.SimpleForAnother) : null;
}

/** a public party approved by an act of its own before it signed. */
function unapproved({ partner, publicBody, approval, signature: { signedOn } }: Signed): Kept {
  if (!approval) {
    return publicBody ? refuse(recordingRules.ApprovalNotStated, { party: partner }) : null;
  }
  const { date } = approval;
  return date > signedOn ? refuse(rule.ApprovalAfterSignature, { date, signedOn }) : null;
}

type Days = Readonly<{ today: LocalDate; lastSignedOn: LocalDate }>;

/** a number that nobody else has, given when all had signed. */
function untimelyEntry(data: Data, { today, lastSignedOn }: Days): Kept {
  const { heldBy } = data.grounds;
  const entry = entryOf(data);
  const { protocolDate } = entry;
  if (protocolDate > today) return refuse(rule.InFuture, { when: protocolDate });
  if (lastSignedOn > protocolDate) {
    return refuse(rule.RegisteredBeforeSignature, { protocolDate, lastSignedOn });
  }
  return heldBy === null ? null : refuse(recordingRules.ExistingNumberTaken, { ...entry, heldBy });
}

/** it has effect from a day that has come, on which it was complete. */
function unfitEffect(data: Data, { today, lastSignedOn }: Days): Kept {
  const { end, publication, earlierEffectBy, grounds } = data;
  const { effectiveOn } = grounds;
  const isUnpublished = data.publicationRequired === true && !publication;
  if (isUnpublished) return refuse(lifecycleRules.PublicationMissing);
  if (effectiveOn === null) return refuse(recordingRules.EffectNotStated);
  const future = daysOf(data).find((day) => day > today);
  if (future !== undefined) return refuse(rule.InFuture, { when: future });
  if (effectiveOn > end) return refuse(rule.TermOver, { from: effectiveOn, end });
  const complete = completeSince(data, lastSignedOn);
  if (effectiveOn >= complete || earlierEffectBy !== undefined) return null;
  return refuse(recordingRules.EffectBeforeComplete, { effectiveOn, complete });
}

function daysOf({ conditions = [], publication, grounds }: Data): readonly LocalDate[] {
  const days = [grounds.effectiveOn, ...conditions.map(({ metOn }) => metOn)];
  return [...days, publication?.publishedOn].flatMap((day) => day ?? []);
}

function completeSince(data: Data, lastSignedOn: LocalDate): LocalDate {
  const { start, publication, conditions = [] } = data;
  return completeOn({
    ...{ start, lastSignedOn, registered: entryOf(data) },
    conditions: conditions.map((each) => ({ ...each, id: '' })),
    publicationRequired: data.publicationRequired === true,
    publishedOn: publication?.publishedOn ?? null,
  });
}

/** Below a parent the number is claimed only when the amount is held: see `confirmReservation`. */
function recorded(
  { data, today }: RecordExistingAgreement,
  found: Readonly<{
    parties: readonly RecordedParty[];
    lastSignedOn: LocalDate;
    waivers: readonly Waiver[];
  }>,
): Decision<AgreementEvent> {
  const { network = null, plan = null, parent = null, covers = [], grounds, ...rest } = data;
  const { mediaType, effectiveOn, newIds } = grounds;
  if (effectiveOn === null) return refuse(recordingRules.EffectNotStated);
  const conditions = (data.conditions ?? []).flatMap((condition, i) => {
    const id = newIds[i];
    return id === undefined ? [] : [{ id, ...condition }];
  });
  const fact = {
    type: 'ExistingAgreementRecorded',
    data: {
      ...{ ...rest, ...found, network, plan, parent, covers, conditions },
      ...{ version: 1, mediaType, effectiveOn, recordedOn: today },
    },
  } as const;
  if (parent !== null) return accept(fact);
  return accept(fact, { type: 'AgreementRegistrationProposed', data: entryOf(data) });
}

function lastOf(days: readonly LocalDate[]): LocalDate {
  return days.reduce((last, day) => (day > last ? day : last));
}
