import type { Projection } from '@tavolo/projection';
import type { AnyPart } from '@tavolo/waiting';
import { budgetProjection } from './budget.projection.js';
import { callProjection } from './call.projection.js';
import { programmeProjection } from './programme.projection.js';
import { callWaiting, programmeWaiting } from './programmes.waiting.js';

/** What this context adds to the read model. */
export const programmesProjections: readonly Projection[] = [
  programmeProjection,
  callProjection,
  budgetProjection,
];

/** Whose move it is in each state of what this context keeps. */
export const programmesWaiting: readonly AnyPart[] = [programmeWaiting, callWaiting];
