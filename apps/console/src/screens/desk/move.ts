import type { ResultOf } from '../../data/graphql.ts';
import type { MyDesk } from './desk.documents.ts';

/** What one row of the desk shows. */
export type Move = ResultOf<typeof MyDesk>['inbox']['moves']['edges'][number]['node'];
