import type { ResultOf } from '../../data/graphql.ts';
import type { TheMachine, ToldJob } from './operations.documents.ts';

/** How the server is, as the administrator sees it. */
export type Machine = NonNullable<ResultOf<typeof TheMachine>['operations']>;

/** A job as documents ask for it. */
export type Job = ResultOf<typeof ToldJob>;
