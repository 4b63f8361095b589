import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { lettersAreOn } from '../../app/letters.ts';
import type { EnumOf } from '../../data/graphql.ts';

type Choice = EnumOf<'VoteChoice'>;

/** By their places on the page. */
const CHOICES: Readonly<Record<string, Choice>> = { 1: 'FOR', 2: 'AGAINST', 3: 'ABSTAIN' };
/** What takes numbers itself; a choice that has the focus takes none. */
const TAKERS = 'input:not([type=radio]):not([type=checkbox]), select, textarea, [role=dialog] *';

/** A key as it was pressed on a page of votes. */
export type Pressed = Readonly<{
  key: string;
  isHeld: boolean;
  /** In a field that takes numbers. */
  isTaken: boolean;
  /** With the focus in the form of this seat. */
  isHere: boolean;
}>;

/**
 * What a number chooses: wherever the focus is where one seat alone is voted for, and in its own
 * form otherwise. It chooses and does not send: the choice is read back first.
 */
export function chosenBy(
  { key, isHeld, isTaken, isHere }: Pressed,
  of: Readonly<{ isOnlyOne: boolean; lettersAreOn: boolean }>,
): Choice | null {
  if (isHeld || isTaken || !of.lettersAreOn || !(isHere || of.isOnlyOne)) return null;
  return CHOICES[key] ?? null;
}

/** Listens to 1, 2 and 3 for as long as the form shows, unless single keys are switched off. */
export function useChoiceKeys(
  form: RefObject<HTMLElement | null>,
  isOnlyOne: boolean,
  choose: (choice: Choice) => void,
): void {
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    const press = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (!form.current || !(target instanceof Element)) return;
      const isTaken = target.matches(TAKERS);
      const isHere = form.current.contains(target);
      const pressed = { key, isHeld: ctrlKey || metaKey || altKey, isTaken, isHere };
      const choice = chosenBy(pressed, { isOnlyOne, lettersAreOn: lettersAreOn() });
      if (!choice) return;
      latest.current(choice);
      // There Enter goes on to the reading back.
      form.current.querySelector<HTMLElement>(`input[value="${choice}"]`)?.focus();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [form, isOnlyOne]);
}
