import type { Projection } from '@tavolo/projection';
import type { AnyPart } from '@tavolo/waiting';
import { networkProjection } from './network.projection.js';
import { networkWaiting } from './network.waiting.js';

/** What this context adds to the read model. */
export const networksProjections: readonly Projection[] = [networkProjection];

/** Whose move it is in each state of what this context keeps. */
export const networksWaiting: readonly AnyPart[] = [networkWaiting];
