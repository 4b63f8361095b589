import { describe, expect, it } from '@jest/globals';
import { keptOf } from './kept.ts';

const one = 'decision-00000000-0000-4000-8000-000000000001';
const other = 'decision-00000000-0000-4000-8000-000000000002';
const past = { eventId: '00000000-0000-4000-8000-000000000003' };
const kept = (before: readonly unknown[], next: readonly unknown[]) =>
  keptOf(next)('shown', { queryKey: before });

describe('what was shown', () => {
  it('stays while another page, filter or step of the same object is asked for', () => {
    expect(
      kept(['List', { first: 5, text: 'a' }, null], ['List', { first: 5, text: 'ab' }, null]),
    ).toBe('shown');
    const step = (eventId: string) => ['Difference', { of: one, to: { eventId } }, null];
    expect(kept(step(past.eventId), step(past.eventId.replace('3', '4')))).toBe('shown');
  });

  it('does not stand under the address of another object', () => {
    expect(
      kept(['Decision', { id: one }, null], ['Decision', { id: other }, null]),
    ).toBeUndefined();
  });

  it('does not stand under the date of another moment', () => {
    expect(kept(['Decision', { id: one }, null], ['Decision', { id: one }, past])).toBeUndefined();
    expect(keptOf(['Decision', { id: one }, past])('shown', undefined)).toBeUndefined();
  });
});
