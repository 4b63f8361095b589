import { describe, expect, it } from '@jest/globals';
import { matching } from './roll-call.ts';

const names = ['Paola Dimostrativa', 'Ugo Dèmo', 'Dora Pini'];

describe('the roll call by keyboard', () => {
  it('finds a seat by the initials of its holder before names that begin so', () => {
    expect(matching(names, 'UD')).toBe(1);
    expect(matching(names, 'dp')).toBe(2);
    expect(matching(names, 'd')).toBe(0);
  });

  it('finds it by the beginning of either name, whatever accents and case', () => {
    expect(matching(names, 'dem')).toBe(1);
    expect(matching(names, 'PIN')).toBe(2);
  });

  it('finds none for what nobody is called', () => {
    expect(matching(names, 'x')).toBe(-1);
  });
});
