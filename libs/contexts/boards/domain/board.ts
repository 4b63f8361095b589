import type { BoardLevel, Rulebook, Source } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Command, DataOf, Decider, Decision } from '@tavolo/kernel';
import type { LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PlanId } from '@tavolo/plans';
import type { BoardEvent, SeatId } from './board.events.js';
import { boardRules } from './board.rules.js';
import { appointChair, appointSecretary } from './board.offices.js';
import { covers, evolve, noBoard } from './board.state.js';
import type { BoardState, Seat } from './board.state.js';

/** What can be asked of a board. */
export type BoardCommand =
  | Command<
      'EstablishBoard',
      {
        name: string;
        nameEn?: string;
        level: BoardLevel;
        network?: NetworkId;
        plan?: PlanId;
        seats: number;
        rulebook: Rulebook;
        termUntil: LocalDate;
        source?: Source;
        /** Of the network and the plan, where they are named. */
        grounds: { networkKnown: boolean; planKnown: boolean };
      }
    >
  | Command<
      'DesignateMember',
      {
        /** A seat that has become vacant; absent for a seat never filled yet. */
        seat?: SeatId;
        category: string;
        organisation?: OrganisationId;
        person: PersonRef;
        grounds: { newId: SeatId; organisationKnown: boolean };
      }
    >
  | Command<'AppointMember', { seat: SeatId; from: LocalDate; until: LocalDate }>
  | Command<'AppointChair', { seat: SeatId; from: LocalDate; until: LocalDate }>
  | Command<
      'AppointSecretary',
      {
        person: PersonRef;
        organisation?: OrganisationId;
        from: LocalDate;
        until: LocalDate;
        grounds: { organisationKnown: boolean };
      }
    >
  | Command<'ResignSeat', { seat: SeatId; lastDay: LocalDate }>;

/** The board: who sits in it, and by which rulebook it decides. */
export const board = { initial: noBoard, decide, evolve } satisfies Decider<
  BoardState,
  BoardCommand,
  BoardEvent
>;

type Asked<Type extends BoardCommand['type']> = DataOf<BoardCommand, Type>;
type BoardDecision = Decision<BoardEvent>;

function decide(command: BoardCommand, state: BoardState): BoardDecision {
  const { today } = command;
  if (command.type === 'EstablishBoard') return establish(command.data, today);
  const { termUntil } = state;
  if (today > termUntil) return refuse(boardRules.TermOver, { termUntil });
  switch (command.type) {
    case 'DesignateMember':
      return designate(command.data, state, today);
    case 'AppointMember':
      return appoint(command.data, state);
    case 'AppointChair':
      return appointChair(command.data, state);
    case 'AppointSecretary':
      return appointSecretary(command.data, state);
    case 'ResignSeat':
      return resign(command, state);
  }
}

function establish(data: Asked<'EstablishBoard'>, today: LocalDate): BoardDecision {
  const { grounds, ...founding } = data;
  const { network, plan, seats, rulebook, termUntil } = founding;
  if (network && !grounds.networkKnown) return refuse(boardRules.NetworkUnknown, { id: network });
  if (plan && !grounds.planKnown) return refuse(boardRules.PlanUnknown, { id: plan });
  if (termUntil < today) return refuse(boardRules.TermAlreadyOver, { termUntil });
  const unset = { nameEn: null, network: null, plan: null };
  const established = { ...unset, ...founding, rulebookVersion: 1 };
  return (
    rulebookRefusal(rulebook, seats) ?? accept({ type: 'BoardEstablished', data: established })
  );
}

/** A rulebook under which nothing, or everything, would pass is none. */
function rulebookRefusal(
  { quorum, majority, representation }: Rulebook,
  seats: number,
): Decision<never> | null {
  const quorumStands =
    quorum.kind === 'count' ? quorum.n >= 1 && quorum.n <= seats : isShare(quorum);
  if (!quorumStands) return refuse(boardRules.QuorumRuleVoid, { seats });
  if (!isShare(majority)) return refuse(boardRules.MajorityRuleVoid);
  const asked = representation.reduce((total, { min }) => total + min, 0);
  if (asked <= seats) return null;
  return refuse(boardRules.RepresentationExceedsSeats, { asked, seats });
}

/** More than 1 of 1 could never be reached. */
function isShare({ num, den, strict }: { num: number; den: number; strict: boolean }): boolean {
  return num >= 1 && (strict ? num < den : num <= den);
}

function designate(
  { seat, category, organisation, person, grounds }: Asked<'DesignateMember'>,
  state: BoardState,
  today: LocalDate,
): BoardDecision {
  if (organisation !== undefined && !grounds.organisationKnown) {
    return refuse(boardRules.OrganisationUnknown, { id: organisation });
  }
  const kept =
    (seat === undefined ? newSeat(state) : vacantSeat(state, { seat, category, today })) ??
    seatTwice(state, { seat, person, today });
  if (kept) return kept;
  const id = seat ?? grounds.newId;
  const designated = { seat: id, category, organisation: organisation ?? null, person };
  return accept({ type: 'BoardMemberDesignated', data: designated });
}

/** GB-5: one person, one seat; and nobody is designated twice for the same. */
function seatTwice(
  { seats }: BoardState,
  { seat, person, today }: { seat: SeatId | undefined; person: PersonRef; today: LocalDate },
): Decision<never> | null {
  const theirs = seats.find(({ id, ...rest }) => isOf(rest, person, id === seat ? null : today));
  if (!theirs) return null;
  if (theirs.id === seat) return refuse(boardRules.AlreadyDesignated);
  return refuse(boardRules.PersonHasSeat, { seat: theirs.id });
}

function newSeat({ seats, seatCount }: BoardState): Decision<never> | null {
  return seats.length < seatCount ? null : refuse(boardRules.NoSeatLeft, { seats: seatCount });
}

function vacantSeat(
  state: BoardState,
  { seat, category, today }: { seat: SeatId; category: string; today: LocalDate },
): Decision<never> | null {
  const known = state.seats.find(({ id }) => id === seat);
  if (!known) return refuse(boardRules.SeatUnknown, { seat });
  if (known.category !== category) {
    return refuse(boardRules.OtherCategory, { category: known.category });
  }
  const held = known.terms.find(({ until }) => until >= today);
  return held ? refuse(boardRules.SeatHeld, { until: held.until }) : null;
}

/** Designated for the seat, or holding it on a day or later; without a day only the former. */
function isOf(
  { designated, terms }: Pick<Seat, 'designated' | 'terms'>,
  person: PersonRef,
  day: LocalDate | null,
): boolean {
  if (designated?.person === person) return true;
  return day !== null && terms.some((term) => term.person === person && term.until >= day);
}

function appoint(
  { seat, from, until }: Asked<'AppointMember'>,
  { seats, termUntil }: BoardState,
): BoardDecision {
  const known = seats.find(({ id }) => id === seat);
  if (!known) return refuse(boardRules.SeatUnknown, { seat });
  const { designated, category, terms } = known;
  if (!designated) return refuse(boardRules.NobodyDesignated);
  if (until < from) return refuse(boardRules.EndsBeforeStart, { from, until });
  if (until > termUntil) return refuse(boardRules.BeyondTerm, { until, termUntil });
  const held = terms.find((term) => term.until >= from);
  if (held) return refuse(boardRules.SeatHeld, { until: held.until });
  const data = { seat, category, ...designated, from, until };
  return accept({ type: 'BoardMemberAppointed', data });
}

function resign(
  { data: { seat, lastDay }, today, by }: Extract<BoardCommand, { type: 'ResignSeat' }>,
  { seats }: BoardState,
): BoardDecision {
  const known = seats.find(({ id }) => id === seat);
  if (!known) return refuse(boardRules.SeatUnknown, { seat });
  const term = known.terms.find((held) => covers(held, today));
  if (term?.person !== by.person) return refuse(boardRules.NotTheHolder, { seat });
  if (lastDay < today) return refuse(boardRules.ResignedForThePast, { lastDay });
  if (lastDay >= term.until) return refuse(boardRules.SeatHeld, { until: term.until });
  return accept({ type: 'BoardMemberResigned', data: { seat, person: by.person, lastDay } });
}
