import { describe, expect, it } from '@jest/globals';
import { wanted } from './pressed.ts';

const key = (pressed: string, more: object = {}) => ({
  ...{ key: pressed, isControlled: false, isAlt: false, isTaken: false, isBegun: false },
  ...more,
});

describe('a key of the whole page', () => {
  it('opens the palette with Ctrl or Cmd, in fields too, and with letters switched off', () => {
    const control = key('k', { isControlled: true, isTaken: true });
    expect(wanted(control, false)).toStrictEqual({ kind: 'palette' });
    expect(wanted({ ...control, isAlt: true }, true)).toBeNull();
    expect(wanted({ ...control, key: 'g' }, true)).toBeNull();
  });

  it('goes to a place by G and its letter, and nowhere by the letter alone', () => {
    expect(wanted(key('G'), true)).toStrictEqual({ kind: 'begin' });
    expect(wanted(key('p', { isBegun: true }), true)).toStrictEqual({ kind: 'go', to: '/piani' });
    expect(wanted(key('p'), true)).toBeNull();
    expect(wanted(key('/'), true)).toStrictEqual({ kind: 'go', to: '/cerca' });
    expect(wanted(key('z', { isBegun: true }), true)).toBeNull();
  });

  it('does nothing where letters are switched off, typed into a field, or held with Alt', () => {
    expect(wanted(key('?'), true)).toStrictEqual({ kind: 'sheet' });
    expect(wanted(key('?'), false)).toBeNull();
    expect(wanted(key('?', { isTaken: true }), true)).toBeNull();
    expect(wanted(key('?', { isAlt: true }), true)).toBeNull();
  });
});
