import type { Projection } from '@tavolo/projection';
import { partnerProjection } from './partner.projection.js';

/** What this context adds to the read model. */
export const partnersProjections: readonly Projection[] = [partnerProjection];
