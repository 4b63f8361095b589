import { describe, expect, it } from '@jest/globals';
import { chosenBy } from './choice-keys.ts';

const pressed = { key: '2', isHeld: false, isTaken: false, isHere: false };
const of = { isOnlyOne: true, lettersAreOn: true };

describe('a number on the page of a vote', () => {
  it('chooses by its place, and no other key does', () => {
    const chosen = ['1', '2', '3', '4', 'a'].map((key) => chosenBy({ ...pressed, key }, of));
    expect(chosen).toStrictEqual(['FOR', 'AGAINST', 'ABSTAIN', null, null]);
  });

  it('chooses for the seat whose form has the focus, where there are several', () => {
    const several = { ...of, isOnlyOne: false };
    expect(chosenBy(pressed, several)).toBeNull();
    expect(chosenBy({ ...pressed, isHere: true }, several)).toBe('AGAINST');
  });

  it('chooses nothing in a field, with Ctrl, or with single keys switched off (WCAG 2.1.4)', () => {
    expect(chosenBy({ ...pressed, isTaken: true }, of)).toBeNull();
    expect(chosenBy({ ...pressed, isHeld: true }, of)).toBeNull();
    expect(chosenBy(pressed, { ...of, lettersAreOn: false })).toBeNull();
  });
});
