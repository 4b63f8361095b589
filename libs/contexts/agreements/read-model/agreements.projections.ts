import type { Projection } from '@tavolo/projection';
import { agreementProjection } from './agreement.projection.js';

/** What this context adds to the read model. */
export const agreementsProjections: readonly Projection[] = [agreementProjection];
