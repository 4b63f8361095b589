import type { ResultOf } from '../../data/graphql.ts';
import type { OneEvent } from './events.documents.ts';

/** An event with its neighbours. */
export type Logged = NonNullable<ResultOf<typeof OneEvent>['event']>;
