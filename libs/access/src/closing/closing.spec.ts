import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Instant, MandateRef, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { ClosingEvent } from './closing.events.js';
import { closingEventTypes } from './closing.events.js';
import { closingDecider, generationOf, isClosed } from './closing.js';
import type { Known } from './closing.js';

const given = specificationFor(closingDecider);
const ada = 'person-ada' as PersonRef;
const bo = 'person-bo' as PersonRef;
const eva = 'person-eva' as PersonRef;
const { at, by } = someone;
const heldBy = (person: PersonRef, appointment = `appointment-${person}`) => ({
  ...{ person, mandate: `${appointment}#administrator` as MandateRef },
});

const close = (person: PersonRef, said: Partial<Known> = {}) => ({
  ...({ type: 'CloseLogins' } as const),
  data: {
    ...{ person, cause: 'left' as const },
    grounds: { isKnown: true, administrators: [heldBy(eva)], ...said },
  },
});
const reopen = (person: PersonRef, said: { discard?: boolean | null } = {}) =>
  ({ type: 'ReopenLogins', data: { person, ...said } }) as const;
const countOut = (person: PersonRef, administrators: Known['administrators']) =>
  ({
    type: 'CountOutAdministrator',
    data: { ...heldBy(person), grounds: { administrators } },
  }) as const;
const discardedOf = (person: PersonRef): ClosingEvent => ({
  type: 'LoginsDiscarded',
  data: { person, discardedBy: by.person, discardedAt: at },
});
const countedOutOf = (person: PersonRef): ClosingEvent => ({
  type: 'AdministratorCountedOut',
  data: { ...heldBy(person), countedOutBy: by.person, countedOutAt: at },
});
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

  it('X-3, X-11: are discarded instead of reopened: those of before are of an earlier generation', () => {
    given(closedOf(ada))
      .when(reopen(ada, { discard: true }))
      .then(discardedOf(ada));
    given(closedOf(ada))
      .when(reopen(ada, { discard: null }))
      .then(reopenedOf(ada));
    given()
      .when(reopen(ada, { discard: true }))
      .thenRefused('LoginsNotClosed');
    given(closedOf(ada), discardedOf(ada)).when(close(ada)).then(closedOf(ada));
    const twice = [closedOf(ada), discardedOf(ada), closedOf(ada), discardedOf(ada), closedOf(bo)];
    const state = twice.reduce(closingDecider.evolve, closingDecider.initial);
    expect([generationOf(ada, state), generationOf(bo, state)]).toStrictEqual([2, 0]);
    expect([isClosed(ada, state), isClosed(bo, state)]).toStrictEqual([false, true]);
    expect(generationOf('constructor' as PersonRef, state)).toBe(0);
  });

  it('X-12: are those of somebody who is known here', () => {
    given()
      .when(close(ada, { isKnown: false }))
      .thenRefused('PersonNowhere');
  });
});

describe('who administers', () => {
  it('X-3, X-11: is kept out by another while one is left, and the last one by nobody', () => {
    const both = { administrators: [heldBy(ada), heldBy(eva)] };
    given().when(close(eva, both)).then(closedOf(eva));
    given().when(close(eva)).thenRefused('LastAdministrator');
    given()
      .when(close(eva, { administrators: [heldBy(eva), heldBy(eva, 'another')] }))
      .thenRefused('LastAdministrator');
  });

  it('X-3, X-11: does not count where their logins are closed: of two who close each other one is left', () => {
    const both = { administrators: [heldBy(ada), heldBy(eva)] };
    given(closedOf(eva)).when(close(ada, both)).thenRefused('LastAdministrator');
    given(closedOf(eva), reopenedOf(eva)).when(close(ada, both)).then(closedOf(ada));
  });

  it('X-3, X-11: is not asked for where who is kept out does not', () => {
    given()
      .when(close(ada, { administrators: [] }))
      .then(closedOf(ada));
  });
});

describe('an administrator whose appointment is revoked', () => {
  const both = [heldBy(ada), heldBy(eva)];

  it('X-3: does not count from then on: of two who revoke each other one is left', () => {
    given().when(countOut(eva, both)).then(countedOutOf(eva));
    given(countedOutOf(eva)).when(countOut(ada, both)).thenRefused('LastAdministrator');
    given(countedOutOf(eva))
      .when(close(ada, { administrators: both }))
      .thenRefused('LastAdministrator');
    given(closedOf(ada)).when(countOut(eva, both)).thenRefused('LastAdministrator');
    given()
      .when(countOut(eva, [heldBy(eva)]))
      .thenRefused('LastAdministrator');
  });

  it('X-3: is counted out once, and by another appointment counts anew', () => {
    given(countedOutOf(eva)).when(countOut(eva, both)).then();
    given(countedOutOf(eva))
      .when(countOut(ada, [...both, heldBy(eva, 'appointment-later')]))
      .then(countedOutOf(ada));
  });
});

describe('the golden samples of closings', () => {
  const samples = JSON.parse(
    readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
  ) as readonly ClosingEvent[];

  it('hold every type, and are folded', () => {
    expect(samples.map(({ type }) => type)).toStrictEqual(closingEventTypes);
    const [first, second, third, last] = samples.map((_, n) =>
      samples.slice(0, n + 1).reduce(closingDecider.evolve, closingDecider.initial),
    );
    const person = 'person-0b1e6f0a-5d0b-4c53-9c35-1d0f5a3c0001' as PersonRef;
    expect(first?.closed).toStrictEqual({
      [person]: {
        ...{ cause: 'left', closedBy: 'person-0b1e6f0a-5d0b-4c53-9c35-1d0f5a3c0003' },
        closedAt: '2026-11-27T10:00:00.000Z' as Instant,
      },
    });
    expect(second).toStrictEqual(closingDecider.initial);
    expect(third?.generations).toStrictEqual({ [person]: 1 });
    expect(last?.countedOut).toHaveLength(1);
  });
});
