import type { BoardLevel, Rulebook, Source } from '../contract/index.js';
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

/** Every fact of a board. */
export type BoardEvent =
  | BoardEstablished
  | BoardMemberDesignated
  | BoardMemberAppointed
  | BoardChairAppointed
  | BoardSecretaryAppointed
  | BoardMemberResigned;
