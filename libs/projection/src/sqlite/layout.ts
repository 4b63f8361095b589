import type { Projection } from '../projection.js';

/** Layout of the tables that every read model has; a higher number means: build it anew. */
export const FORMAT = 3;

interface Laid {
  readonly name: string;
  readonly version: number;
}

/** What these projections write, as it is kept in their read model. */
export function layoutOf(projections: readonly Projection[]): string {
  const laid = projections.map(({ name, version, tables }) => ({
    ...{ name, version },
    tables: tables.map(({ name, columns, order }) => ({ name, columns: [...columns], order })),
  }));
  return JSON.stringify(laid.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

/** The projections of a layout, with their versions. */
export function laidIn(layout: string): readonly Laid[] {
  return JSON.parse(layout) as readonly Laid[];
}

/** What a program writes, as another one is told of it. */
export function programLayout(projections: readonly Projection[]): string {
  return JSON.stringify({ format: FORMAT, projections: layoutOf(projections) });
}

/** In what the read model of a program differs from what another asks for; null in nothing. */
export function differenceOf(here: string, asked: string): string | null {
  if (here === asked) return null;
  const [ours, theirs] = [versionsIn(here), versionsIn(asked)];
  const name = [...ours.keys(), ...theirs.keys()].find(
    (each) => ours.get(each) !== theirs.get(each),
  );
  if (name === undefined) return 'a table of it has other columns';
  const said = (version: number | undefined) =>
    version === undefined ? 'not there' : `of version ${String(version)}`;
  return `${name} is ${said(ours.get(name))} here and ${said(theirs.get(name))} where it is asked for`;
}

function versionsIn(program: string): ReadonlyMap<string, number> {
  try {
    const { format, projections } = JSON.parse(program) as { format: number; projections: string };
    const laid = laidIn(projections).map(({ name, version }) => [name, version] as const);
    return new Map([['the format', format], ...laid]);
  } catch {
    return new Map();
  }
}
