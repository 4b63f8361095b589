import type { ResultOf } from '../../../data/graphql.ts';
import type { DraftOfPlan } from './drafting.documents.ts';

/** A plan as it is co-designed. */
export type Draft = NonNullable<ResultOf<typeof DraftOfPlan>['plan']>;
/** A section of it. */
export type DraftSection = Draft['sections'][number];
/** An action of it. */
export type DraftAction = Draft['actions'][number];
/** A table of it. */
export type DraftTable = Draft['tables'][number];

/** A change that somebody proposed, with its table and its number among those of one text. */
export type Contribution = DraftTable['contributions'][number] &
  Readonly<{ table: string; number: number }>;

/** What was proposed on a section or an action, in the order in which it was put to the tables. */
export function contributionsOn(
  { tables }: Pick<Draft, 'tables'>,
  on: string,
): readonly Contribution[] {
  return tables
    .flatMap(({ id: table, contributions }) => contributions.map((one) => ({ ...one, table })))
    .filter((one) => one.on === on)
    .map((one, place) => ({ ...one, number: place + 1 }));
}

/** Those still to be decided. */
export function undecided(all: readonly Contribution[]): readonly Contribution[] {
  return all.filter(({ status }) => status === 'PROPOSED');
}

/** The others, still to be decided, that touch the same words: only one of them can stand. */
export function clashing(one: Contribution, all: readonly Contribution[]): readonly Contribution[] {
  if (one.status !== 'PROPOSED') return [];
  return undecided(all).filter(
    ({ id, paragraph }) =>
      id !== one.id &&
      (paragraph === null || one.paragraph === null || paragraph === one.paragraph),
  );
}
