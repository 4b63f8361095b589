import type { Draft } from './contributions.ts';

/** The id of the element that shows a field of a plan, by the path that the server names it by. */
export function fieldId(path: string): string {
  return `campo-${path}`;
}

/** Where a field is shown on the page of its plan. */
export type FieldPlace = Readonly<{ tab: string; sezione?: string; hash: string }>;

const tabs: Readonly<Record<string, string>> = {
  ...{ actions: 'stesura', tables: 'stesura', versions: 'stesura', adoption: 'iter' },
};

/** Where a field is shown; null for one that no page has. */
export function placeOfField(
  path: string,
  plan: Readonly<{
    tables: readonly Readonly<{ contributions: readonly Readonly<{ id: string; on: string }>[] }>[];
    sections: Draft['sections'] | readonly Readonly<{ id: string }>[];
  }>,
): FieldPlace | null {
  const [first = '', , , part] = path.split('.');
  const tab = tabs[first];
  if (tab === undefined) return null;
  const proposed = plan.tables
    .flatMap(({ contributions }) => contributions)
    .find(({ id }) => id === part);
  const section = plan.sections.find(({ id }) => id === proposed?.on);
  return { tab, hash: fieldId(path), ...(section && { sezione: section.id }) };
}
