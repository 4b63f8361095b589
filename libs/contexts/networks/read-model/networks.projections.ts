import type { Projection } from '@tavolo/projection';
import { networkProjection } from './network.projection.js';

/** What this context adds to the read model. */
export const networksProjections: readonly Projection[] = [networkProjection];
