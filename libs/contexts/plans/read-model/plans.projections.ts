import type { Projection } from '@tavolo/projection';
import type { AnyPart } from '@tavolo/waiting';
import { planProjection } from './plan.projection.js';
import { planWaiting } from './plan.waiting.js';

/** What this context adds to the read model. */
export const plansProjections: readonly Projection[] = [planProjection];

/** Whose move it is in each state of what this context keeps. */
export const plansWaiting: readonly AnyPart[] = [planWaiting];
