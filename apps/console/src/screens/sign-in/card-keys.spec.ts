import { describe, expect, it } from '@jest/globals';
import { placeAfter } from './card-keys.ts';

describe('keys between cards', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowDown', 2, 0],
    ['ArrowLeft', 0, 2],
    ['ArrowUp', 2, 1],
    ['Home', 1, 0],
    ['End', 1, 2],
  ])('%s leads from card %p to card %p of three', (key, from, to) => {
    expect(placeAfter(key, from, 3)).toBe(to);
  });

  it('leave every other key to the browser, and lead nowhere where there is no card', () => {
    expect(placeAfter('Enter', 1, 3)).toBeNull();
    expect(placeAfter('End', -1, 0)).toBeNull();
  });
});
