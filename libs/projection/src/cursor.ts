import { BadCursor } from './read-model.js';

/** Where a page begins or ends: the moment of the first page, and the row's place in the order. */
export type Place = Readonly<{ ordinal: number; sorted: string | number; id: string }>;

const VERSION = 1;

/** Opaque to clients. `list` names the list, so that a cursor of another one is told apart. */
export function cursorOf(list: string, { ordinal, sorted, id }: Place): string {
  return Buffer.from(JSON.stringify([VERSION, list, ordinal, sorted, id])).toString('base64url');
}

/** @throws BadCursor when this list did not make it. */
export function placeIn(list: string, cursor: string): Place {
  const parts = partsOf(cursor);
  const [version, name, ordinal, sorted, id] = parts;
  const isOurs = version === VERSION && name === list && parts.length === 5;
  if (!isOurs || !isOrdinal(ordinal) || !isSorted(sorted) || typeof id !== 'string') {
    throw new BadCursor('the cursor is not one of this list');
  }
  return { ordinal, sorted, id };
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function isOrdinal(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isSorted(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isSafeInteger(value);
}
