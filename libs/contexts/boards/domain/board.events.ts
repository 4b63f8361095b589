import type { BoardLevel, DecisionId, Rulebook, Source } from '../contract/index.js';
import type { LocalDate, Message, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PlanId } from '@tavolo/plans';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** Local id of a seat, unique in its board. */
export type SeatId = string;

/** A board exists, with the rulebook that it adopted as version 1 (GB-1 to GB-7). */
export type BoardEstablished = Message<
  'BoardEstablished',
  {
    name: string;
    nameEn: string | null;
    level: BoardLevel;
    network: NetworkId | null;
    plan: PlanId | null;
    /** How many seats it is composed of, filled or not. */
    seats: number;
    rulebook: Rulebook;
    rulebookVersion: number;
    /** Its last day (GB-6). */
    termUntil: LocalDate;
    source?: Source;
  }
>;

/** An organisation named who is to hold a seat. */
export type BoardMemberDesignated = Message<
  'BoardMemberDesignated',
  { seat: SeatId; category: string; organisation: OrganisationId | null; person: PersonRef }
>;

/** A seat has a holder from a day to a day; that is the holder's mandate. */
export type BoardMemberAppointed = Message<
  'BoardMemberAppointed',
  {
    seat: SeatId;
    category: string;
    organisation: OrganisationId | null;
    person: PersonRef;
    from: LocalDate;
    until: LocalDate;
  }
>;

/** The holder of a seat presides over the board; `n` counts its chairs from 1. */
export type BoardChairAppointed = Message<
  'BoardChairAppointed',
  { n: number; seat: SeatId; person: PersonRef; from: LocalDate; until: LocalDate }
>;

/** Keeps the minutes; need not be a member. `n` counts the secretaries of the board from 1. */
export type BoardSecretaryAppointed = Message<
  'BoardSecretaryAppointed',
  {
    n: number;
    person: PersonRef;
    organisation: OrganisationId | null;
    from: LocalDate;
    until: LocalDate;
  }
>;

/** The holder left the seat, which is vacant after `lastDay`. */
export type BoardMemberResigned = Message<
  'BoardMemberResigned',
  { seat: SeatId; person: PersonRef; lastDay: LocalDate }
>;

/** The holder of another seat presides where the chair is absent; `n` counts from 1. */
export type BoardViceChairAppointed = Message<
  'BoardViceChairAppointed',
  { n: number; seat: SeatId; person: PersonRef; from: LocalDate; until: LocalDate }
>;

/** Somebody may sit for a seat when its holder does not; `n` counts the alternates from 1. */
export type AlternateAppointed = Message<
  'AlternateAppointed',
  { n: number; seat: SeatId; person: PersonRef; from: LocalDate; until: LocalDate }
>;

/** The holder held the seat up to `lastDay`; another holds it from `from` on. */
export type BoardMemberReplaced = Message<
  'BoardMemberReplaced',
  {
    seat: SeatId;
    category: string;
    organisation: OrganisationId | null;
    person: PersonRef;
    previous: PersonRef;
    lastDay: LocalDate;
    from: LocalDate;
    until: LocalDate;
  }
>;

/** The holder was removed from the seat, which is vacant after `lastDay`. */
export type BoardMemberRevoked = Message<
  'BoardMemberRevoked',
  { seat: SeatId; person: PersonRef; lastDay: LocalDate }
>;

/** The term of the holder ended by its date; that date was its end, not this record of it. */
export type BoardSeatLapsed = Message<
  'BoardSeatLapsed',
  { seat: SeatId; person: PersonRef; lastDay: LocalDate }
>;

/**
 * The seat is suspended from a day on: nobody sits, votes or acts for it, its holder, alternate
 * and office of chair included, until it is reinstated or the term ends.
 */
export type BoardSeatSuspended = Message<
  'BoardSeatSuspended',
  { seat: SeatId; person: PersonRef; from: LocalDate }
>;

/** The suspension of the seat is over: its holder is in office again from a day on. */
export type BoardSeatReinstated = Message<
  'BoardSeatReinstated',
  { seat: SeatId; person: PersonRef; from: LocalDate }
>;

/** The board goes on after its term, up to a day (GB-6). */
export type BoardProrogued = Message<
  'BoardProrogued',
  { until: LocalDate; previousUntil: LocalDate }
>;

/** The board ends with a day; seats and offices end with it. */
export type BoardDissolved = Message<'BoardDissolved', { lastDay: LocalDate }>;

/** The rulebook that a decision of the body carried is its next version. */
export type BoardRulesAmended = Message<
  'BoardRulesAmended',
  { decision: DecisionId; rulebook: Rulebook; rulebookVersion: number }
>;

/** Every fact of a board. */
export type BoardEvent =
  | BoardEstablished
  | BoardMemberDesignated
  | BoardMemberAppointed
  | BoardChairAppointed
  | BoardViceChairAppointed
  | BoardSecretaryAppointed
  | AlternateAppointed
  | BoardMemberResigned
  | BoardMemberReplaced
  | BoardMemberRevoked
  | BoardSeatLapsed
  | BoardSeatSuspended
  | BoardSeatReinstated
  | BoardProrogued
  | BoardDissolved
  | BoardRulesAmended;
