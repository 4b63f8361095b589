/** The entry of a key. Keys come from outside: `constructor` must not find what nobody put. */
export function entry<T>(kept: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(kept, key) ? (kept[key] as T) : null;
}
