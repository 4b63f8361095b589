import type { Json } from '@tavolo/kernel';
import type { PlanState } from './plan.state.js';

/** What a consolidated version is a picture of; the name says how the document is to be read. */
const FORMAT = 'tavolo/plan/1';

/**
 * The whole content of a plan as a document: nothing of how it came about. Lists are in the
 * order of code or title, then id, so that equal contents have equal canonical bytes, in
 * whatever order they were edited. To be written as `canonicalJson(normalised(contentOf(…)))`.
 */
export function contentOf(state: PlanState): Readonly<Record<string, Json | undefined>> {
  return {
    format: FORMAT,
    ...state.head,
    sections: listed(state.sections, 'section').sort(byKey('section')),
    actions: listed(state.actions, 'action')
      .map(({ targetGroups, ...action }) => ({
        ...action,
        targetGroups: listed(targetGroups, 'code').sort(byKey('code')),
        indicators: partsOf(state.indicators, 'indicator', action.action),
        interventions: partsOf(state.interventions, 'intervention', action.action),
        budgetLines: linesOf(state, action.action),
      }))
      .sort(byTitle),
    milestones: listed(state.milestones, 'milestone').sort(byTitle),
  };
}

function linesOf({ lines }: PlanState, action: string) {
  const ofAction = listed(lines, 'line').filter((line) => line.action === action);
  return ofAction
    .map(({ action: _action, shares, ...line }) => ({
      ...line,
      shares: Object.entries(shares)
        .map(([partner, cents]) => ({ partner, cents }))
        .sort(byKey('partner')),
    }))
    .sort((a, b) => compare(a.category, b.category) || compare(a.line, b.line));
}

function partsOf<T extends { readonly action: string; readonly title: string }, Key extends string>(
  kept: Readonly<Record<string, T>>,
  key: Key,
  action: string,
) {
  const ofAction = listed(kept, key).filter((part) => part.action === action);
  return ofAction.sort(byTitle).map(({ action: _action, ...part }) => part);
}

type Listed<T, Key extends string> = T & Readonly<Record<Key, string>>;

function listed<T, Key extends string>(
  kept: Readonly<Record<string, T>>,
  key: Key,
): Listed<T, Key>[] {
  return Object.entries(kept)
    .sort(([a], [b]) => compare(a, b))
    .map(([id, about]) => ({ ...about, [key]: id }) as Listed<T, Key>);
}

function byKey<Key extends string>(key: Key) {
  return (a: Readonly<Record<Key, string>>, b: Readonly<Record<Key, string>>): number =>
    compare(a[key], b[key]);
}

/** Stable, so the order of ids stays where codes and titles are equal. */
function byTitle(a: Ordered, b: Ordered): number {
  return compare(a.code ?? '', b.code ?? '') || compare(a.title, b.title);
}

interface Ordered {
  readonly code?: string;
  readonly title: string;
}

/** By UTF-16 code units: the same on every machine, unlike the order of a language. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
