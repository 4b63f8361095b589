/** A source of whole numbers that the same seed repeats, on every machine. */
export interface Random {
  /** From `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** One of a list that is not empty. */
  oneOf<T>(list: readonly [T, ...T[]]): T;
}

/** A small generator of 32 bits of state (mulberry32): good for stories, not for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  // Multiplied in exact integers: 2^32 values times any span used here stay below 2^53.
  const between = (min: number, max: number) =>
    min + Math.floor((next() * (max - min + 1)) / 2 ** 32);
  return { between, oneOf: (list) => list[between(0, list.length - 1)] ?? list[0] };
}
