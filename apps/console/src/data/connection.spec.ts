import { describe, expect, it } from '@jest/globals';
import { connectionAfter } from './connection.ts';

describe('the connection of a page', () => {
  it('is live from its first word on, and back only after it was away', () => {
    expect(connectionAfter('none', 'connected')).toBe('live');
    expect(connectionAfter('live', 'closed')).toBe('away');
    expect(connectionAfter('away', 'closed')).toBe('away');
    expect(connectionAfter('away', 'connected')).toBe('back');
    expect(connectionAfter('back', 'closed')).toBe('away');
  });

  it('is not away where it never was made, and then live as if it had been at once', () => {
    expect(connectionAfter('none', 'closed')).toBe('deaf');
    expect(connectionAfter('deaf', 'closed')).toBe('deaf');
    expect(connectionAfter('deaf', 'connected')).toBe('live');
  });
});
