import type { Brand, LocalDate } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { BoardId, BoardLevel } from './ids.js';

/** `routedefinition-<uuid>`: the stream of a definition of approval routes (disciplina dell’iter). */
export type RouteDefinitionId = Brand<string, 'RouteDefinitionId'>;
/** `route-<uuid>`: the stream of one route in flight (iter di approvazione), and its id. */
export type RouteId = Brand<string, 'RouteId'>;
/** Local name of a stage, unique in its definition; never `origin`. */
export type StageId = string;

/** What a stage asks of its bodies. */
export const stageKinds = ['opinion', 'decision', 'objection'] as const;

/**
 * What a stage asks of its bodies: an opinion (parere), a decision (deliberazione), or only
 * whether they object that the matter belongs to a higher level (opposizione per sussidiarietà).
 */
export type StageKind = (typeof stageKinds)[number];

/** What it means that a body said nothing within the term. */
export const silenceMeanings = ['assent', 'refusal', 'escalates', 'none'] as const;

/** What silence means after the term; `none`: the body is waited for all the same. */
export type SilenceMeaning = (typeof silenceMeanings)[number];

/** Who is asked: bodies by name, or every body of a level, of one network where it is named. */
export type AskedBodies =
  | Readonly<{ kind: 'boards'; boards: readonly BoardId[] }>
  | Readonly<{ kind: 'level'; level: BoardLevel; network: NetworkId | null }>;

/** One stage of a route, as its definition rules it. */
export type RouteStage = Readonly<{
  stage: StageId;
  title: string;
  titleEn: string | null;
  kind: StageKind;
  asked: AskedBodies;
  /**
   * How many bodies must say yes; null: all of them. In a stage of objections, how many
   * must object for the origin to have to think again.
   */
  needed: number | null;
  /** Whether an unfavourable opinion ends the route; a decision always does. */
  binding: boolean;
  /** Whether one body that says no ends the stage. */
  veto: boolean;
  /** Days that the bodies have, the day of asking not counted; null: no term. */
  days: number | null;
  silence: SilenceMeaning;
  /** The body that is asked in the place of those that were silent or are no more. */
  escalatesTo: BoardId | null;
  /** What happens when too few bodies are left to reach the number. */
  unreachable: 'fails' | 'escalates';
  /** Where a body may send the matter back to: `origin`, or an earlier stage; null: nowhere. */
  sendBackTo: StageId | null;
  /** Where a new text begins again after this stage sent the matter back to its origin. */
  restart: 'first' | 'here';
}>;

/** The content of a version of a definition. */
export type RouteRules = Readonly<{
  /** The level whose bodies may start it; null: only the body that adopted it. */
  openTo: BoardLevel | null;
  /** Whether the result binds the body of origin; else it must only be heard. */
  binding: boolean;
  stages: readonly RouteStage[];
}>;

/** A version of a definition, in force from a day on. */
export type RouteVersion = Readonly<{ version: number; from: LocalDate; rules: RouteRules }>;

/** What a body asks of a route beyond its answer, by a decision of its own. */
export const routeMoves = ['object', 'sendBack'] as const;

/** A body objects on grounds of subsidiarity, or sends the matter back (rinvio). */
export type RouteMove = (typeof routeMoves)[number];

/** A stage of a route while one text is put to it; a new text, or a way back, is a new round. */
export type RouteCall = Readonly<{ route: RouteId; stage: StageId; round: number }>;

/** How a route ended. */
export const routeResults = ['passed', 'failed', 'withdrawn'] as const;

/** How a route ended. */
export type RouteResult = (typeof routeResults)[number];
