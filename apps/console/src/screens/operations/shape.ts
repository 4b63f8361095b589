import type { ResultOf } from '../../data/graphql.ts';
import type { TheMachine, ToldJob } from './operations.documents.ts';
import type { StepOfProjection } from './stepping.documents.ts';

/** How the server is, as the administrator sees it. */
export type Machine = NonNullable<ResultOf<typeof TheMachine>['operations']>;

/** A job as documents ask for it. */
export type Job = ResultOf<typeof ToldJob>;

/** What went wrong, and at which event where it was at one. */
export type Failure = NonNullable<Job['failure']>;

/** One event as a projection applies it anew. */
export type Step = NonNullable<ResultOf<typeof StepOfProjection>['projectionStep']>;
