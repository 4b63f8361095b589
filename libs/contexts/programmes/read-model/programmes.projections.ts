import type { Projection } from '@tavolo/projection';
import { budgetProjection } from './budget.projection.js';
import { callProjection } from './call.projection.js';
import { programmeProjection } from './programme.projection.js';

/** What this context adds to the read model. */
export const programmesProjections: readonly Projection[] = [
  programmeProjection,
  callProjection,
  budgetProjection,
];
