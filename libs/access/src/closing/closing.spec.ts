import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Instant, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { ClosingEvent } from './closing.events.js';
import { closingEventTypes } from './closing.events.js';
import { closingDecider, isClosed } from './closing.js';
import type { Known } from './closing.js';

const given = specificationFor(closingDecider);
const ada = 'person-ada' as PersonRef;
const bo = 'person-bo' as PersonRef;
const eva = 'person-eva' as PersonRef;
const { at, by } = someone;

const close = (person: PersonRef, said: Partial<Known> = {}) => ({
  ...({ type: 'CloseLogins' } as const),
  data: {
    ...{ person, cause: 'left' as const },
    grounds: { isKnown: true, administrators: [eva], ...said },
  },
});
const reopen = (person: PersonRef) => ({ type: 'ReopenLogins', data: { person } }) as const;
const closedOf = (person: PersonRef): ClosingEvent => ({
  type: 'LoginsClosed',
  data: { person, cause: 'left', closedBy: by.person, closedAt: at },
});
const reopenedOf = (person: PersonRef): ClosingEvent => ({
  type: 'LoginsReopened',
  data: { person, reopenedBy: by.person, reopenedAt: at },
});

describe('the logins of a person', () => {
  it('X-11: are closed once, and again when they were reopened', () => {
    given().when(close(ada)).then(closedOf(ada));
    given(closedOf(ada)).when(close(ada)).thenRefused('LoginsClosedAlready');
    given(closedOf(ada)).when(close(bo)).then(closedOf(bo));
    given(closedOf(ada), reopenedOf(ada)).when(close(ada)).then(closedOf(ada));
  });

  it('X-11: are reopened where they are closed', () => {
    given(closedOf(ada)).when(reopen(ada)).then(reopenedOf(ada));
    given().when(reopen(ada)).thenRefused('LoginsNotClosed');
    given(closedOf(bo)).when(reopen(ada)).thenRefused('LoginsNotClosed');
    given()
      .when(reopen('constructor' as PersonRef))
      .thenRefused('LoginsNotClosed');
  });

  it('X-12: are those of somebody who is known here', () => {
    given()
      .when(close(ada, { isKnown: false }))
      .thenRefused('PersonNowhere');
  });
});

describe('who administers', () => {
  it('X-3: is kept out by another while one is left, and the last one by nobody', () => {
    const both = { administrators: [ada, eva] };
    given().when(close(eva, both)).then(closedOf(eva));
    given().when(close(eva)).thenRefused('LastAdministrator');
    given()
      .when(close(eva, { administrators: [eva, eva] }))
      .thenRefused('LastAdministrator');
  });

  it('X-3: does not count where their logins are closed: of two who close each other one is left', () => {
    const both = { administrators: [ada, eva] };
    given(closedOf(eva)).when(close(ada, both)).thenRefused('LastAdministrator');
    given(closedOf(eva), reopenedOf(eva)).when(close(ada, both)).then(closedOf(ada));
  });

  it('X-3: is not asked for where who is kept out does not', () => {
    given()
      .when(close(ada, { administrators: [] }))
      .then(closedOf(ada));
  });
});

describe('the golden samples of closings', () => {
  const samples = JSON.parse(
    readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
  ) as readonly ClosingEvent[];

  it('hold every type, and are folded', () => {
    expect(samples.map(({ type }) => type)).toStrictEqual(closingEventTypes);
    const [first, second] = samples.map((_, n) =>
      samples.slice(0, n + 1).reduce(closingDecider.evolve, closingDecider.initial),
    );
    const person = 'person-0b1e6f0a-5d0b-4c53-9c35-1d0f5a3c0001' as PersonRef;
    expect(first).toStrictEqual({
      [person]: {
        ...{ cause: 'left', closedBy: 'person-0b1e6f0a-5d0b-4c53-9c35-1d0f5a3c0003' },
        closedAt: '2026-11-27T10:00:00.000Z' as Instant,
      },
    });
    expect(isClosed(person, second ?? {})).toBe(false);
  });
});
