import type { Json } from './message.js';

/** A value that cannot be written as canonical JSON; `path` is a JSON pointer to it. */
export class NotCanonical extends Error {
  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(`${path === '' ? 'the value' : path}: ${reason}`);
  }
}

/**
 * RFC 8785 for the JSON we allow: no float, no integer beyond 2^53-1, no -0, no lone surrogate,
 * nothing that JSON would drop silently but an undefined field, which is absent.
 * The same value gives the same bytes on every machine, so that a hash can be recomputed.
 * @throws NotCanonical
 */
export function canonicalJson(value: unknown, path = ''): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value, path);
  if (typeof value === 'number') return integer(value, path);
  if (Array.isArray(value)) {
    return `[${value.map((item, i) => canonicalJson(item, `${path}/${String(i)}`)).join(',')}]`;
  }
  if (isPlain(value)) return record(value, path);
  throw new NotCanonical(path, `a ${typeof value} cannot be written`);
}

/** Every string in Unicode form C (NFC), so that the same letters are the same bytes. */
export function normalised<T extends Json>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T;
  if (Array.isArray(value)) return value.map((item: Json) => normalised(item)) as unknown as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.map(([key, item]) => [key.normalize('NFC'), normalised(item as Json)]),
  ) as T;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function record(value: Record<string, unknown>, path: string): string {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  // RFC 8785 3.2.3 sorts by UTF-16 code units, which is how JavaScript compares strings.
  keys.sort((a, b) => (a < b ? -1 : 1));
  const fields = keys.map(
    (key) => `${text(key, path)}:${canonicalJson(value[key], `${path}/${key}`)}`,
  );
  return `{${fields.join(',')}}`;
}

function text(value: string, path: string): string {
  if (!value.isWellFormed()) throw new NotCanonical(path, 'the text holds half a character');
  return JSON.stringify(value);
}

function integer(value: number, path: string): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw new NotCanonical(path, `${String(value)} is no integer of at most 2^53-1`);
  }
  return String(value);
}
