import type { Query, QueryKey } from '@tanstack/react-query';

/** Ids of objects are names of streams: a kind and a UUID. */
const OBJECT = /"[A-Za-z_]+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/gu;

/** Of which objects a question asks, and of which moment. */
function aboutWhat([, variables, moment]: QueryKey): string {
  const objects = JSON.stringify(variables).match(OBJECT) ?? [];
  return JSON.stringify([objects, moment]);
}

/**
 * For `placeholderData`: what was shown stays while the answer to a changed question is under way,
 * if it asks of the same objects at the same moment. An object under the address of another one, or
 * what is now under the date of what was, would be false.
 */
export function keptOf(
  key: QueryKey,
): <Data>(
  shown: Data | undefined,
  before: Pick<Query, 'queryKey'> | undefined,
) => Data | undefined {
  return (shown, before) =>
    before !== undefined && aboutWhat(before.queryKey) === aboutWhat(key) ? shown : undefined;
}
