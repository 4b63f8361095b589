import { accept, refuse } from '@tavolo/kernel';
import type { Cents, Decision, LocalDate } from '@tavolo/kernel';
import { amend } from './agreement.amendment.js';
import { aboveRefusal } from './agreement.cascade.js';
import { expire } from './agreement.ending.js';
import type {
  BringIntoForce,
  ConfirmRegistration,
  DenyRegistration,
} from './agreement.commands.js';
import type { RecordConditionMet, RegisterAgreement } from './agreement.commands.js';
import type { ProtocolEntry } from './agreement.events.js';
import type { AgreementEvent } from './facts.events.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement } from './agreement.state.js';
import { inState } from './agreement.steps.js';
import { effectElsewhere, entryOf } from './cycle.state.js';
import { lifecycleRules } from './lifecycle.rules.js';

type AgreementDecision = Decision<AgreementEvent>;
type Kept = Decision<never> | null;

/** The process asks for a protocol number once all have signed. */
export function askRegistration(state: Agreement): AgreementDecision {
  const kept = inState(state, ['FullySigned']);
  if (kept) return kept;
  if (state.registrationAsked) return refuse(rule.RegistrationAlreadyAsked);
  const askedOf = registrar(state);
  if (askedOf === undefined) return refuse(rule.TooFewParties, { parties: 0 });
  return accept({ type: 'RegistrationAsked', data: { askedOf } });
}

/** A claimant only: the number counts once the claim on it was granted. */
export function register({ data, today }: RegisterAgreement, state: Agreement): AgreementDecision {
  const { grounds } = data;
  const entry = entryOf(data);
  const kept = inState(state, ['FullySigned']) ?? untimely(entry, { state, today });
  if (kept) return kept;
  if (state.proposed !== null) return refuse(rule.RegistrationPending);
  if (!grounds.registerExists) return refuse(rule.UnknownObject, { id: entry.register });
  if (grounds.heldBy !== null) return refuse(rule.ProtocolNumberTaken, entry);
  return accept({ type: 'AgreementRegistrationProposed', data: entry });
}

/** The claim on the proposed number was granted. */
export function confirmRegistration(
  { data }: ConfirmRegistration,
  state: Agreement,
): AgreementDecision {
  const entry = entryOf(data);
  return notProposed(entry, state) ?? accept({ type: 'AgreementRegistered', data: entry });
}

/** Another agreement holds the proposed number; the next one may be proposed. */
export function denyRegistration({ data }: DenyRegistration, state: Agreement): AgreementDecision {
  const entry = entryOf(data);
  const denied = { ...entry, rule: data.rule, code: data.code };
  return notProposed(entry, state) ?? accept({ type: 'AgreementRegistrationDenied', data: denied });
}

/** A precedent condition came true, shown by a document. */
export function recordConditionMet(
  { data: { condition, document, metOn }, today }: RecordConditionMet,
  state: Agreement,
): AgreementDecision {
  const found = state.conditions.find(({ id }) => id === condition);
  const kept =
    inState(state, ['OpenForSignature', 'PartiallySigned', 'FullySigned', 'Registered']) ??
    (metOn > today ? refuse(rule.InFuture, { when: metOn }) : null);
  if (kept) return kept;
  if (!found) return refuse(rule.UnknownCondition, { condition });
  if (found.metOn !== null) return refuse(rule.ConditionAlreadyMet, { condition });
  return accept({ type: 'PrecedentConditionMet', data: { condition, document, metOn } });
}

/** from the last of what it needs, or from the earlier day that a clause allows. */
export function bringIntoForce(
  { data: { grounds = {} }, today }: BringIntoForce,
  { seen, base }: { seen: Agreement; base: Agreement },
): AgreementDecision {
  const { children = { heldCents: 0 as Cents, latestEnd: null }, above } = grounds;
  const kept = inState(seen, ['Registered']) ?? unmet(seen) ?? aboveRefusal(seen, above, today);
  if (kept) return kept;
  const from = effectiveFrom(seen);
  return seen.amending === null
    ? enter(seen, { from, today })
    : amend(seen, { from, base, children });
}

function enter(
  seen: Agreement,
  { from, today }: Readonly<{ from: LocalDate; today: LocalDate }>,
): AgreementDecision {
  const { kind, network, plan, parent, parties, end, recorded } = seen;
  if (from > end) return refuse(rule.TermOver, { from, end });
  if (recorded !== null && end < today) return expire({ ...seen, status: 'InForce' }, today);
  const partners = parties.map(({ partner }) => partner);
  const place = { kind, network, plan, ...(parent !== null && { parent }) };
  return accept({ type: 'AgreementEnteredIntoForce', data: { ...place, parties: partners, from } });
}

function unmet({ conditions, publicationRequired, publishedOn }: Agreement): Kept {
  const open = conditions.filter(({ metOn }) => metOn === null).length;
  if (open > 0) return refuse(rule.ConditionsOpen, { open });
  const isMissing = publicationRequired && publishedOn === null;
  return isMissing ? refuse(lifecycleRules.PublicationMissing) : null;
}

/** The day on which the last of what its effect needs was there, and not before its term. */
export function completeOn(
  state: Pick<
    Agreement,
    'conditions' | 'lastSignedOn' | 'publicationRequired' | 'publishedOn' | 'registered' | 'start'
  >,
): LocalDate {
  const { start, lastSignedOn, registered, conditions } = state;
  const published = state.publicationRequired ? state.publishedOn : null;
  const met = conditions.map(({ metOn }) => metOn);
  const needed = [lastSignedOn, registered?.protocolDate, published, ...met];
  return needed.reduce<LocalDate>((last, day) => (day && day > last ? day : last), start);
}

/** The first day of effect of an agreement of which every step has its date. */
export function effectiveFrom(state: Agreement): LocalDate {
  const { recorded, clauses, amending } = state;
  if (recorded !== null && amending === null) return effectElsewhere(recorded, state.registered);
  const complete = completeOn(state);
  // What is in force until then stays in force: an amendment never reaches back.
  if (amending !== null) return complete;
  return clauses.reduce(
    (first, { effectFrom }) => (effectFrom && effectFrom < first ? effectFrom : first),
    complete,
  );
}

/** Whose protocol officer is asked: the lead's, else an authority's, else an administration's. */
function registrar({ parties }: Agreement) {
  const by = (role: string) => parties.find((party) => party.role === role);
  const found = by('lead') ?? by('authority') ?? parties.find((party) => party.publicBody);
  return (found ?? parties[0])?.partner;
}

function untimely(
  { protocolDate }: ProtocolEntry,
  { state: { lastSignedOn }, today }: { state: Agreement; today: LocalDate },
): Kept {
  if (protocolDate > today) return refuse(rule.InFuture, { when: protocolDate });
  if (lastSignedOn === null || lastSignedOn <= protocolDate) return null;
  return refuse(rule.RegisteredBeforeSignature, { protocolDate, lastSignedOn });
}

function notProposed(entry: ProtocolEntry, { proposed }: Agreement): Kept {
  const same =
    proposed !== null &&
    proposed.protocolNo === entry.protocolNo &&
    proposed.protocolDate === entry.protocolDate &&
    proposed.register === entry.register;
  return same ? null : refuse(rule.NoSuchRegistration, { protocolNo: entry.protocolNo });
}
