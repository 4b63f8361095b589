import type { Projection } from '@tavolo/projection';
import type { AnyPart } from '@tavolo/waiting';
import { agreementProjection } from './agreement.projection.js';
import { agreementWaiting } from './agreement.waiting.js';

/** What this context adds to the read model. */
export const agreementsProjections: readonly Projection[] = [agreementProjection];

/** Whose move it is in each state of what this context keeps. */
export const agreementsWaiting: readonly AnyPart[] = [agreementWaiting];
