import { describe, expect, it } from '@jest/globals';
import { momentIn } from './moment.ts';

const EVENT = '019ae5d2-0000-7000-8000-000000000001';

describe('the moment in an address', () => {
  it('is an event, or an instant', () => {
    expect(momentIn(EVENT)).toEqual({ eventId: EVENT });
    expect(momentIn('2018-06-01T00:00:00Z')).toEqual({ at: '2018-06-01T00:00:00Z' });
  });

  it('is none where nothing was given, or a link was cut', () => {
    for (const at of [undefined, '', EVENT.slice(0, 20), '2018-06', '2018-99-99T00:00:00Z', 'ieri'])
      expect(momentIn(at)).toBeNull();
  });
});
