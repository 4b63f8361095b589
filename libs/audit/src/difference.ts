import type { Json } from '@tavolo/kernel';

/** One place where two states of an object differ. `path` is a JSON pointer. */
export type Change = Readonly<{
  path: string;
  kind: 'added' | 'changed' | 'removed';
  before: Json | null;
  after: Json | null;
}>;

/**
 * Where two JSON values differ, in the order of the paths. Entries of a list that have an `id`
 * are the same entry wherever they stand; others are compared place by place.
 */
export function differences(before: unknown, after: unknown, path = ''): readonly Change[] {
  if (isRecord(before) && isRecord(after)) return ofRecords(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) {
    return ofRecords(byId(before as Json[]), byId(after as Json[]), path);
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [change(path, before as Json | undefined, after as Json | undefined)];
}

function ofRecords(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: string,
): readonly Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differences(before[key], after[key], `${path}/${pointer(key)}`));
}

function byId(list: readonly Json[]): Readonly<Record<string, Json>> {
  const entries = list.map((item, index) => {
    const id = isRecord(item) ? item.id : undefined;
    return [typeof id === 'string' ? id : String(index), item] as const;
  });
  return Object.fromEntries(entries);
}

function change(path: string, before: Json | undefined, after: Json | undefined): Change {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { path, kind, before: before ?? null, after: after ?? null };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RFC 6901: `~` and `/` in a key are written `~0` and `~1`. */
function pointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
