import type { ResultOf } from '../../data/graphql.ts';
import type { MyDesk } from './desk.documents.ts';

/** What one row of the desk shows. */
export type Move = ResultOf<typeof MyDesk>['inbox']['moves']['edges'][number]['node'];

/** It in words, for a button that stands beside its row. */
export function nameOf({ what, title }: Pick<Move, 'title' | 'what'>): string {
  return title === null ? what : `${what}, ${title}`;
}
