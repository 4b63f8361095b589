import type { LocalDate, Message } from '@tavolo/kernel';
import type { BoardId, DecisionId, RouteRules } from '../../contract/index.js';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** A body has a definition of routes of its own; it says nothing until a version is adopted. */
export type RouteDefined = Message<
  'RouteDefined',
  { board: BoardId; name: string; nameEn: string | null }
>;

/** The rules that a decision of the body carried are the next version, in force from a day on. */
export type RouteVersionAdopted = Message<
  'RouteVersionAdopted',
  { decision: DecisionId; version: number; rules: RouteRules; from: LocalDate }
>;

/** Every fact of a definition of routes. */
export type RouteDefinitionEvent = RouteDefined | RouteVersionAdopted;
