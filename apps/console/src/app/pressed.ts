import { placeOf } from './places.ts';

/** What a key asks for, wherever the focus is. */
export type Wanted =
  | Readonly<{ kind: 'palette' | 'sheet' | 'begin' }>
  | Readonly<{ kind: 'go'; to: NonNullable<ReturnType<typeof placeOf>> | '/cerca' }>;

/** A key as it was pressed. */
export type Pressed = Readonly<{
  key: string;
  isControlled: boolean;
  isAlt: boolean;
  /** In a field, a list or a dialog, which take letters themselves. */
  isTaken: boolean;
  /** G was pressed right before. */
  isBegun: boolean;
}>;

/** What a key asks for; null where it is not for the whole page, or letters are switched off. */
export function wanted(
  { key, isControlled, isAlt, isTaken, isBegun }: Pressed,
  lettersAreOn: boolean,
): Wanted | null {
  const letter = key.toLowerCase();
  if (isControlled) return letter === 'k' && !isAlt ? { kind: 'palette' } : null;
  if (isAlt || isTaken || !lettersAreOn) return null;
  const to = isBegun ? placeOf(letter) : null;
  return to === null ? (single[letter] ?? null) : { kind: 'go', to };
}

const single: Readonly<Record<string, Wanted>> = {
  '?': { kind: 'sheet' },
  '/': { kind: 'go', to: '/cerca' },
  g: { kind: 'begin' },
};
