import { describe, expect, it } from '@jest/globals';
import { steeringKey } from './steering-key.ts';
import type { SteeringPress } from './steering-key.ts';

const pressed = (key: string, about: Partial<SteeringPress> = {}) =>
  steeringKey({ key, isShifted: false, isCombined: false, focus: 'button', ...about });

describe('a key in the controls of the time machine', () => {
  it('steps by an event, or by a decision with Shift', () => {
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End'].map((key) => pressed(key))).toEqual([
      ...['previous', 'next', 'first', 'last'],
    ]);
    const shifted = ['ArrowLeft', 'ArrowRight'].map((key) => pressed(key, { isShifted: true }));
    expect(shifted).toEqual(['markedBefore', 'markedAfter']);
    expect([pressed('e'), pressed('S'), pressed('x')]).toEqual(['why', 'share', null]);
  });

  it('on the slider leaves it its own, and takes the others', () => {
    const focus = 'slider';
    expect(['ArrowLeft', 'End'].map((key) => pressed(key, { focus }))).toEqual([null, null]);
    expect(pressed(' ', { focus })).toBe('play');
    expect(pressed('ArrowRight', { focus, isShifted: true })).toBe('markedAfter');
  });

  it('is a field’s own, a button’s own where it presses it, and the browser’s where it is combined', () => {
    expect(['ArrowLeft', 's', ' '].map((key) => pressed(key, { focus: 'field' }))).toEqual([
      ...[null, null, null],
    ]);
    expect(pressed(' ')).toBeNull();
    expect(pressed(' ', { focus: 'other' })).toBe('play');
    expect(pressed('s', { isCombined: true })).toBeNull();
  });
});
