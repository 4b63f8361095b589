import type { Projection } from '@tavolo/projection';
import { boardProjection } from './board.projection.js';
import { decisionProjection } from './decision.projection.js';
import { sittingProjection } from './sitting.projection.js';

/** What this context adds to the read model. */
export const boardsProjections: readonly Projection[] = [
  boardProjection,
  sittingProjection,
  decisionProjection,
];
