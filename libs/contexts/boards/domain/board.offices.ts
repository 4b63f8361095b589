import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { BoardEvent, SeatId } from './board.events.js';
import { boardRules } from './board.rules.js';
import type { BoardState, Term } from './board.state.js';

type Span = Readonly<{ from: LocalDate; until: LocalDate }>;

/** The chair is taken by who holds a seat, for no longer than the seat is held. */
export function appointChair(
  { seat, from, until }: Span & { seat: SeatId },
  state: BoardState,
): Decision<BoardEvent> {
  const known = state.seats.find(({ id }) => id === seat);
  if (!known) return refuse(boardRules.SeatUnknown, { seat });
  const refused = spanRefusal({ from, until }, state.chairs, state.termUntil);
  if (refused) return refused;
  const term = known.terms.find((held) => held.from <= from && until <= held.until);
  if (!term) return refuse(boardRules.NotInOffice, { seat, from, until });
  const n = state.chairs.length + 1;
  const data = { n, seat, person: term.person, from, until };
  return accept({ type: 'BoardChairAppointed', data });
}

type Secretary = Span &
  Readonly<{
    person: PersonRef;
    organisation?: OrganisationId;
    grounds: { organisationKnown: boolean };
  }>;

/** One secretary at a time. */
export function appointSecretary(
  { person, organisation: of, from, until, grounds }: Secretary,
  state: BoardState,
): Decision<BoardEvent> {
  const organisation = of ?? null;
  if (organisation !== null && !grounds.organisationKnown) {
    return refuse(boardRules.OrganisationUnknown, { id: organisation });
  }
  const refused = spanRefusal({ from, until }, state.secretaries, state.termUntil);
  if (refused) return refused;
  const n = state.secretaries.length + 1;
  const data = { n, person, organisation, from, until };
  return accept({ type: 'BoardSecretaryAppointed', data });
}

function spanRefusal(
  { from, until }: Span,
  held: readonly Term[],
  termUntil: LocalDate,
): Decision<never> | null {
  if (until < from) return refuse(boardRules.EndsBeforeStart, { from, until });
  if (until > termUntil) return refuse(boardRules.BeyondTerm, { until, termUntil });
  const other = held.find((term) => from <= term.until && term.from <= until);
  return other ? refuse(boardRules.OfficeHeld, { until: other.until }) : null;
}
