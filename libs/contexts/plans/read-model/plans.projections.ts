import type { Projection } from '@tavolo/projection';
import { planProjection } from './plan.projection.js';

/** What this context adds to the read model. */
export const plansProjections: readonly Projection[] = [planProjection];
