import type { Fact } from '../../../data/history.ts';

/** By whom and when a section was last written, and whether the last version lacks it. */
export type LastWritten = Readonly<{ who: string | null; on: string; sinceVersion: boolean }>;

type Known = Pick<Fact, 'actor' | 'data' | 'recordedAt' | 'stream' | 'type'>;

const DAY = 10;

/** By the key of each section, from the facts of its plan in their order. */
export function lastWritten(
  facts: readonly Known[],
  plan: string,
): ReadonlyMap<string, LastWritten> {
  const own = facts.filter(({ stream }) => stream === plan);
  const version = own.findLastIndex(({ type }) => type === 'PlanDraftConsolidated');
  const written = own.flatMap(({ type, data, actor, recordedAt }, place) => {
    if (type !== 'SectionRevised') return [];
    const { section } = data as { readonly section: string };
    const sinceVersion = version >= 0 && place > version;
    return [[section, { who: actor.name, on: recordedAt.slice(0, DAY), sinceVersion }] as const];
  });
  return new Map(written);
}
