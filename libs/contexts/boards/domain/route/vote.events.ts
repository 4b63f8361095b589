import type { RouteDefinitionId, RouteId, StageId } from '../../contract/index.js';

/** The approval route that a vote is part of, with the version of its definition. */
export type RouteOfVote = Readonly<{
  route: RouteId;
  definition: RouteDefinitionId;
  version: number;
  round: number;
  /** The stage that the body answers; absent for the body of origin. */
  stage?: StageId;
}>;
