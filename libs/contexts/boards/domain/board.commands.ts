import type {
  BoardId,
  BoardLevel,
  DecisionId,
  DecisionStatus,
  DecisionSubject,
  Rulebook,
  Source,
} from '../contract/index.js';
import type { Command, DataOf, LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PlanId } from '@tavolo/plans';
import type { SeatId } from './board.events.js';

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
  | Command<'AppointViceChair', { seat: SeatId; from: LocalDate; until: LocalDate }>
  | Command<
      'AppointAlternate',
      { seat: SeatId; person: PersonRef; from: LocalDate; until: LocalDate }
    >
  | Command<'ResignSeat', { seat: SeatId; lastDay: LocalDate }>
  | Command<
      'ReplaceMember',
      {
        seat: SeatId;
        person: PersonRef;
        organisation?: OrganisationId;
        from: LocalDate;
        until: LocalDate;
        grounds: { organisationKnown: boolean };
      }
    >
  | Command<'RevokeMember', { seat: SeatId; lastDay: LocalDate }>
  | Command<'SuspendSeat', { seat: SeatId; from: LocalDate }>
  | Command<'ReinstateSeat', { seat: SeatId; from: LocalDate }>
  | Command<'ProrogueBoard', { until: LocalDate }>
  | Command<'DissolveBoard', { lastDay: LocalDate }>
  /** Said by a process, once the decision of the body has effect. */
  | Command<
      'AmendRules',
      {
        decision: DecisionId;
        /** Null where there is no such decision. */
        grounds: { board: BoardId; decision: RulesDecision | null };
      }
    >
  /** Said by a timer, for a day that has passed. */
  | Command<'LapseSeat', { seat: SeatId }>;

/** A decision on the rulebook as the board sees it, read from the decision's own stream. */
export type RulesDecision = Readonly<{
  board: BoardId;
  status: DecisionStatus;
  subject: DecisionSubject;
}>;

/** The content of one command of a board. */
export type BoardAsked<Type extends BoardCommand['type']> = DataOf<BoardCommand, Type>;
