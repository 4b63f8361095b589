import { diffArrays } from 'diff';
import type { ResultOf } from '../../data/graphql.ts';
import type { TextOfPlan, ThePlan } from './plan.documents.ts';

/** A plan as its screen asks for it. */
export type Plan = NonNullable<ResultOf<typeof ThePlan>['plan']>;
/** Its text alone, as of another moment. */
export type Text = NonNullable<ResultOf<typeof TextOfPlan>['plan']>;

/** A run of words that stands in both texts, or in one of them alone. */
export type Run = Readonly<{ kind: 'same' | 'inserted' | 'deleted'; text: string }>;

/** A section of one text or of both. */
export type ComparedSection = Readonly<{
  id: string;
  title: string;
  kind: 'same' | 'changed' | 'added' | 'removed';
  runs: readonly Run[];
}>;

/** The sections of a text, each against the one of the same id in `base`; in the order of the text. */
export function comparedSections(
  text: Pick<Text, 'sections'>,
  base: Pick<Text, 'sections'> | null,
  language: string,
): readonly ComparedSection[] {
  const former = new Map((base ?? text).sections.map((one) => [one.id, one]));
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const present = text.sections.map(({ id, title, text: now }): ComparedSection => {
    const before = former.get(id);
    former.delete(id);
    if (!before) return { id, title, kind: 'added', runs: [{ kind: 'inserted', text: now }] };
    const runs = runsOf(before.text, now, words);
    const isChanged = before.title !== title || runs.some(({ kind }) => kind !== 'same');
    return { id, title, kind: isChanged ? 'changed' : 'same', runs };
  });
  const removed = [...former.values()].map(({ id, title, text: before }): ComparedSection => {
    return { id, title, kind: 'removed', runs: [{ kind: 'deleted', text: before }] };
  });
  return [...present, ...removed];
}

/** Two texts word by word, in a language. */
export function comparedTexts(before: string, now: string, language: string): readonly Run[] {
  return runsOf(before, now, new Intl.Segmenter(language, { granularity: 'word' }));
}

/** Word by word, spaces and stops being words: what is left out of the runs is in no text. */
function runsOf(before: string, now: string, words: Intl.Segmenter): readonly Run[] {
  const wordsOf = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
  return diffArrays(wordsOf(before), wordsOf(now)).map(({ value, added, removed }) => ({
    kind: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value.join(''),
  }));
}

/** One line of the budget, with what it was; `before` is null where there is no comparison. */
export type ComparedLine = Readonly<{
  id: string;
  action: string;
  category: string;
  cents: bigint;
  before: bigint | null;
}>;

/** The lines of a budget against those of `base`; a line that is gone stands with nothing. */
export function comparedLines(
  text: Pick<Text, 'actions'>,
  base: Pick<Text, 'actions'> | null,
): readonly ComparedLine[] {
  const former = new Map((base ? linesOf(base) : []).map((line) => [line.id, line]));
  const present = linesOf(text).map((line): ComparedLine => {
    const before = former.get(line.id)?.cents ?? 0n;
    former.delete(line.id);
    return { ...line, before: base && before };
  });
  const gone = [...former.values()].map((line) => ({ ...line, cents: 0n, before: line.cents }));
  return [...present, ...gone];
}

function linesOf({ actions }: Pick<Text, 'actions'>): readonly Omit<ComparedLine, 'before'>[] {
  return actions.flatMap(({ title, budgetLines }) =>
    budgetLines.map(({ id, category, amount }) => ({
      ...{ id, category, action: title },
      cents: BigInt(amount.cents),
    })),
  );
}

/** The sum of lines in integer cents. */
export function sumOf(lines: readonly Pick<ComparedLine, 'cents'>[]): bigint {
  return lines.reduce((sum, { cents }) => sum + cents, 0n);
}
