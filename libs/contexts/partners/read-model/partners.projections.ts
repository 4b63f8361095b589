import type { Projection } from '@tavolo/projection';
import type { AnyPart } from '@tavolo/waiting';
import { partnerProjection } from './partner.projection.js';
import { partnerWaiting } from './partner.waiting.js';

/** What this context adds to the read model. */
export const partnersProjections: readonly Projection[] = [partnerProjection];

/** Whose move it is in each state of what this context keeps. */
export const partnersWaiting: readonly AnyPart[] = [partnerWaiting];
