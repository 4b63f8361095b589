import type { Projection } from '@tavolo/projection';
import type { AnyPart } from '@tavolo/waiting';
import { boardProjection } from './board.projection.js';
import { conditionProjection } from './condition.projection.js';
import { decisionProjection } from './decision.projection.js';
import { procedureProjection } from './procedure.projection.js';
import { routeDefinitionProjection } from './route/definition.projection.js';
import { routeDefinitionWaiting, routeWaiting } from './route/route.waiting.js';
import { routeProjection } from './route/route.projection.js';
import { sittingProjection } from './sitting.projection.js';
import { boardWaiting } from './board.waiting.js';
import { decisionWaiting } from './decision.waiting.js';
import { procedureWaiting } from './procedure.waiting.js';
import { sittingWaiting } from './sitting.waiting.js';

/** What this context adds to the read model. */
export const boardsProjections: readonly Projection[] = [
  boardProjection,
  sittingProjection,
  procedureProjection,
  decisionProjection,
  conditionProjection,
  routeDefinitionProjection,
  routeProjection,
];

/** Whose move it is in each state of what this context keeps. */
export const boardsWaiting: readonly AnyPart[] = [
  boardWaiting,
  sittingWaiting,
  procedureWaiting,
  decisionWaiting,
  routeWaiting,
  routeDefinitionWaiting,
];
