import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type {
  AppointLegalRepresentative,
  AuthoriseSignatory,
  EndLegalRepresentation,
  LapseRepresentation,
  RevokeSignatory,
} from './partner.commands.js';
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
  { data, at }: EndLegalRepresentation,
  { powers }: PartnerState,
): Decision<PartnerEvent> {
  const refusal = cannotEnd(powerOf(powers, 'legalRepresentative', data), data);
  if (refusal) return refusal;
  return accept({ type: 'LegalRepresentativeMandateEnded', data: { ...data, endedAt: at } });
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
