import { describe, expect, it } from '@jest/globals';
import { cookieOf } from './cookies.js';
import { isOfOwnPage } from './session-authenticator.js';

describe('a page of this server', () => {
  const publicUrl = new URL('https://tavolo.example');
  const host = 'tavolo.example';

  it.each([
    [{ host, origin: 'https://tavolo.example' }, true],
    [{ host, 'sec-fetch-site': 'same-origin' }, true],
    [{ host }, false],
    [{ host, origin: 'http://tavolo.example' }, false],
    [{ host, origin: 'https://tavolo.example:444' }, false],
    [{ host, origin: 'https://tavolo.example.elsewhere.example' }, false],
    [{ host: 'elsewhere.example', origin: 'https://elsewhere.example' }, false],
    [{ host, origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' }, false],
    [{ host, origin: ['https://tavolo.example'] }, false],
    [{ host, 'sec-fetch-site': 'none' }, false],
  ])('says so exactly: %j is %s', (headers, isOwn) => {
    expect(isOfOwnPage(headers, publicUrl)).toBe(isOwn);
  });

  it('of a server that answers its own machine is of the address it was called by', () => {
    const local = { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' };
    expect(isOfOwnPage(local, null)).toBe(true);
    expect(isOfOwnPage({ ...local, origin: 'http://127.0.0.1:4001' }, null)).toBe(false);
    expect(isOfOwnPage({ ...local, origin: 'http://localhost:4000' }, null)).toBe(false);
  });
});

describe('a cookie', () => {
  it.each([
    ['__Host-tavolo=a', 'a'],
    ['b=c; __Host-tavolo=a; d=e', 'a'],
    ['__Host-tavolo=', ''],
    ['x__Host-tavolo=a', null],
    ['__Host-tavolo=a; __Host-tavolo=b', null],
    [undefined, null],
  ])('is the one of its name: %j', (header, value) => {
    expect(cookieOf(header, '__Host-tavolo')).toBe(value);
  });
});
