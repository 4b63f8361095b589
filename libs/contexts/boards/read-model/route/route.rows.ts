import { defineTable } from '@tavolo/projection';
import type { RouteResult } from '../../contract/index.js';
import type { FrozenStage, RouteTraceStep } from '../../domain/route/route.events.js';

/** The states of a route. */
export const routeStatuses = ['SettingOut', 'UnderWay', 'WithOrigin', 'Ended'] as const;

/** Where a body stands in a stage. */
export const placeStatuses = [
  ...(['waiting', 'voted', 'yes', 'no', 'silent', 'lapsed', 'objected', 'released'] as const),
] as const;
type PlaceStatus = (typeof placeStatuses)[number];

/** What a stage came to; `returned`: the matter went back while it was open. */
export const runOutcomes = ['passed', 'failed', 'unfavourable', 'objected', 'returned'] as const;

/** A body that a stage asks: `<route>#<round>#<stage>#<n>`. */
export type RoutePlaceRow = Readonly<{
  id: string;
  route: string;
  board: string;
  stage: string;
  round: number;
  /** The proposal before the body; null where it may only object. */
  decision: string | null;
  status: PlaceStatus;
  askedAt: string;
  until: string | null;
  escalated: boolean;
}>;

export const routePlaceTable = defineTable<RoutePlaceRow>('route_place', {
  columns: ['route', 'board', 'status'],
  order: 'askedAt',
});

/** A stage of one round. */
export type RouteRunRow = Readonly<{
  stage: string;
  round: number;
  textSha256: string;
  openedOn: string;
  until: string | null;
  outcome: (typeof runOutcomes)[number] | null;
  trace: readonly RouteTraceStep[];
  /** Ids of its places, in the order in which they were asked. */
  places: readonly string[];
}>;

/** One fact of a route, for its timeline; what it does not say is null. */
export type RouteEntryRow = Readonly<{
  type: string;
  at: string;
  stage: string | null;
  round: number;
  board: string | null;
  decision: string | null;
  /** The text that it was said on. */
  textSha256: string;
  /** What was said, what silence means, how a stage or the route came out, why it went back. */
  what: string | null;
  /** Why it counts for nothing; null where it counted when it was said. */
  voidCause: string | null;
  reasons: string | null;
}>;

/** A route in flight or ended, with all of its levels. */
export type RouteRow = Readonly<{
  id: string;
  revision: number;
  status: (typeof routeStatuses)[number];
  definition: string;
  version: number;
  board: string;
  decision: string;
  textSha256: string;
  earlierTexts: readonly string[];
  title: string;
  motivation: string;
  legalBasis: readonly string[];
  binding: boolean;
  stages: readonly FrozenStage[];
  round: number;
  runs: readonly RouteRunRow[];
  timeline: readonly RouteEntryRow[];
  startedAt: string;
  result: RouteResult | null;
  trace: readonly RouteTraceStep[];
  endedAt: string | null;
}>;

export const routeTable = defineTable<RouteRow>('route', {
  columns: ['board', 'decision', 'definition', 'status'],
  order: 'startedAt',
});
