import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type {
  AppointLegalRepresentative,
  AuthoriseSignatory,
  EndLegalRepresentation,
  LapseRepresentation,
  RevokeSignatory,
} from './partner.commands.js';
import type { BindingAgreement } from '../contract/index.js';
import type { PartnerEvent } from './partner.events.js';
import { partnerRules as rules } from './partner.rules.js';
import type { PartnerState, Power } from './partner.state.js';

type Period = Readonly<{ from: LocalDate; until: LocalDate | null }>;

/** PA-4: at most one legal representative at a time. */
export function appoint(
  { data, at }: AppointLegalRepresentative,
  { powers }: PartnerState,
): Decision<PartnerEvent> {
  const { person, from, until = null, grounds } = data;
  if (isReversed({ from, until })) return refuse(rules.PeriodReversed, { from, until });
  const other = powers.find(
    (power) => power.kind === 'legalRepresentative' && overlap(power, { from, until }),
  );
  if (other) return alreadyRepresented(other);
  const representation = grounds.newId;
  return accept({
    type: 'LegalRepresentativeAppointed',
    data: { representation, person, from, until, appointedAt: at },
  });
}

function alreadyRepresented({ from, until }: Period): Decision<never> {
  if (until === null) return refuse(rules.RepresentativeWithoutEnd, { from });
  return refuse(rules.RepresentativesOverlap, { from, until });
}

/** PA-5: a power to sign names its acts; the largest amount and the dates are its bounds. */
export function authorise(
  { data, at }: AuthoriseSignatory,
  { powers }: PartnerState,
): Decision<PartnerEvent> {
  const { person, from, until = null, maxCents = null, grounds } = data;
  const acts = [...new Set(data.acts)];
  if (acts.length === 0) return refuse(rules.ActsMissing);
  if (isReversed({ from, until })) return refuse(rules.PeriodReversed, { from, until });
  const shared = acts.filter((act) =>
    powers.some((power) => {
      const covers = power.kind === 'signatory' && power.acts.includes(act);
      return covers && power.person === person && overlap(power, { from, until });
    }),
  );
  if (shared.length > 0) return refuse(rules.PowerRepeated, { acts: shared });
  const representation = grounds.newId;
  return accept({
    type: 'SignatoryAuthorised',
    data: { representation, person, acts, maxCents, from, until, authorisedAt: at },
  });
}

/** The end of a legal representation, earlier than it would end by itself. */
export function endRepresentation(
  { data: { grounds, successor, successorUntil, ...end }, at, by, today }: EndLegalRepresentation,
  state: PartnerState,
): Decision<PartnerEvent> {
  const { powers } = state;
  const { representation, on } = end;
  const refusal = cannotEnd(powerOf(powers, 'legalRepresentative', end), end);
  if (refusal) return refusal;
  const ended = { type: 'LegalRepresentativeMandateEnded', data: { ...end, endedAt: at } } as const;
  const left = powers.map((power) =>
    power.id === representation ? { ...power, until: on } : power,
  );
  if (!successor) {
    const [gap] = gapsAfter(on, left, grounds.agreements);
    return gap ? refuse(rules.RepresentationGap, { on, ...gap }) : accept(ended);
  }
  const bounds = successorUntil === undefined ? {} : { until: successorUntil };
  const data = { person: successor, from: dayAfter(on), ...bounds, grounds };
  const next = appoint(
    { type: 'AppointLegalRepresentative', data, at, by, today },
    { ...state, powers: left },
  );
  return next.outcome === 'refused' ? next : accept(ended, ...next.events);
}

/**
 * PA-4: the agreements in force on the day after a last day, on which nobody would represent the
 * partner.
 */
export function gapsAfter(
  on: LocalDate,
  powers: readonly Power[],
  agreements: readonly BindingAgreement[],
): readonly BindingAgreement[] {
  const next = { from: dayAfter(on), until: null };
  const represented = powers.some(
    (power) => power.kind === 'legalRepresentative' && startsWithin(next, power),
  );
  return represented ? [] : agreements.filter(({ until }) => until === null || until > on);
}

function dayAfter(day: LocalDate): LocalDate {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10) as LocalDate;
}

/** The end of a power to sign, earlier than it would end by itself. */
export function revoke(
  { data, at }: RevokeSignatory,
  { powers }: PartnerState,
): Decision<PartnerEvent> {
  const refusal = cannotEnd(powerOf(powers, 'signatory', data), data);
  if (refusal) return refusal;
  return accept({ type: 'SignatoryRevoked', data: { ...data, revokedAt: at } });
}

/** PA-4, PA-5: a power that was over with its last day is said to be, once. */
export function lapseRepresentation(
  { data: { representation }, at, today }: LapseRepresentation,
  { powers, lapsed }: PartnerState,
): Decision<PartnerEvent> {
  const power = powers.find(({ id }) => id === representation);
  if (!power) return refuse(rules.RepresentationUnknown, { representation });
  const { until } = power;
  if (until === null || today <= until) return refuse(rules.RepresentationHolds, { until });
  if (lapsed.includes(representation)) return refuse(rules.RepresentationLapsed, { until });
  return accept({ type: 'RepresentationLapsed', data: { representation, until, lapsedAt: at } });
}

type End = Readonly<{ representation: string; on: LocalDate }>;

function powerOf(powers: readonly Power[], kind: Power['kind'], end: End): Power | undefined {
  return powers.find((power) => power.id === end.representation && power.kind === kind);
}

function cannotEnd(
  power: Power | undefined,
  { representation, on }: End,
): Decision<PartnerEvent> | null {
  if (!power) return refuse(rules.RepresentationUnknown, { representation });
  const { from, until } = power;
  if (on < from) return refuse(rules.PeriodReversed, { from, until: on });
  return until !== null && until <= on ? refuse(rules.MandateEndsBefore, { until }) : null;
}

function isReversed({ from, until }: Period): boolean {
  return until !== null && until < from;
}

/** An `until` includes its last day. */
function overlap(one: Period, other: Period): boolean {
  return startsWithin(one, other) || startsWithin(other, one);
}

function startsWithin({ from }: Period, { from: begin, until }: Period): boolean {
  return begin <= from && (until === null || from <= until);
}
