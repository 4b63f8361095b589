import type { Version } from './signature-state.ts';

/** A clause as a text holds it. */
export type Clause = Readonly<{ id: string; title: string; text: string }>;

/** What one version makes of a clause; `before` is null of a new one, `after` of a dropped one. */
export type ClauseChange = Readonly<{
  id: string;
  title: string;
  before: string | null;
  after: string | null;
  /** What it was is not known: the text before is a file that is not read here. */
  isBeforeUnknown: boolean;
}>;

/** A version of the text with what it changes of the one before. */
export type ChangedVersion = Readonly<{ version: Version; clauses: readonly ClauseChange[] }>;

/**
 * Every amendment with the clauses that it changes, each against the version that it amends. The
 * founding clauses are those of the frozen text; without them (`null`) what a clause was is unknown
 * until a version has set it.
 */
export function changedVersions(
  founding: readonly Clause[] | null,
  versions: readonly Version[],
): readonly ChangedVersion[] {
  const known = new Map((founding ?? []).map((clause) => [clause.id, clause]));
  const changed: ChangedVersion[] = [];
  for (const version of versions) {
    const { change } = version;
    if (version.amends === null || !change) continue;
    const clauses = clausesOf(change, { known, isWhole: founding !== null });
    changed.push({ version, clauses });
    // What is not in force yet, or never came to be, is no text to amend.
    if (version.number === null) continue;
    for (const id of change.dropped ?? []) known.delete(id);
    for (const clause of change.clauses ?? []) known.set(clause.id, clause);
  }
  return changed;
}

type Known = Readonly<{ known: ReadonlyMap<string, Clause>; isWhole: boolean }>;

function clausesOf(
  { clauses, dropped }: NonNullable<Version['change']>,
  { known, isWhole }: Known,
): readonly ClauseChange[] {
  const written = (clauses ?? []).map(({ id, title, text }): ClauseChange => {
    const before = known.get(id)?.text ?? null;
    return { id, title, before, after: text, isBeforeUnknown: before === null && !isWhole };
  });
  const gone = (dropped ?? []).map((id): ClauseChange => {
    const clause = known.get(id);
    const [title, before] = [clause?.title ?? id, clause?.text ?? null];
    return { id, title, before, after: null, isBeforeUnknown: before === null && !isWhole };
  });
  return [...written, ...gone];
}

/** The clauses in the canonical bytes of a founding text; null where they are none. */
export function clausesIn(text: string): readonly Clause[] | null {
  const { clauses } = JSON.parse(text) as { readonly clauses?: readonly Clause[] };
  return Array.isArray(clauses) ? clauses : null;
}
