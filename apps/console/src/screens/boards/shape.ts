import type { ResultOf } from '../../data/graphql.ts';
import type { TheBoard } from './board.documents.ts';

/** The body of the page. */
export type Board = NonNullable<ResultOf<typeof TheBoard>['board']>;
