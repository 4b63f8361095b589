import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@tavolo/kernel';
import { deadlineFor } from '@tavolo/programmes';
import { adopted, callStanding, frozen, validated } from '../test/examples.js';
import { closedTo } from './plan.call.js';
import type { PlanEvent } from './plan.events.js';
import { checkedIn, missingFor, notReady } from './plan.missing.js';
import { plan } from './plan.js';

describe('the call of a plan', () => {
  const instant = (text: string) => text as Instant;
  const call = { ...callStanding, generalDeadline: instant('2030-01-01T12:00:00.000Z') };
  const late = instant('2030-01-01T12:00:00.001Z');

  it('B-12, X-11: takes it until its deadline, and while it is out', () => {
    expect(closedTo(call, 'ITC4', instant('2030-01-01T12:00:00.000Z'))).toStrictEqual([]);
    const passed = {
      ...{ code: 'DeadlinePassed', part: null },
      details: { deadline: '2030-01-01T12:00:00.000Z' },
    };
    expect(closedTo(call, 'ITC4', late)).toStrictEqual([passed]);
    // That it is closed too says nothing more.
    expect(closedTo({ ...call, status: 'awarded' }, 'ITC4', late)).toStrictEqual([passed]);
    expect(closedTo({ ...callStanding, status: 'suspended' }, 'ITC4', late)).toStrictEqual([
      { code: 'CallNotPublished', part: null, details: { status: 'suspended' } },
    ]);
    expect(closedTo(callStanding, 'ITC4', late)).toStrictEqual([]);
  });
  it('B-12: has the deadline of a region where an extension names it, and the general one else', () => {
    const own = instant('2030-02-01T12:00:00.000Z');
    const extended = { ...call, regionalDeadlines: { ITC4: own } };
    expect(deadlineFor(extended, 'ITC4')).toBe(own);
    expect(deadlineFor(extended, 'ITF3')).toBe(call.generalDeadline);
    expect(deadlineFor(extended, 'constructor')).toBe(call.generalDeadline);
    expect(deadlineFor({ ...extended, generalDeadline: null }, 'ITF3')).toBeNull();
  });
  it('B-12, X-11, PL-4: that takes it no more is told among what a submission needs', () => {
    const callClosed = closedTo(call, 'ITC4', late);
    const item = { field: 'call', mutation: 'extendDeadline', code: 'DeadlinePassed' };
    const inState = (...history: readonly PlanEvent[]) =>
      checkedIn([...frozen, ...history].reduce(plan.evolve, plan.initial), { callClosed });
    expect(missingFor('submission', inState(validated, adopted))).toMatchObject([item]);
    expect(missingFor('submission', inState(validated))).toMatchObject([
      { code: 'DecisionMissing' },
      item,
    ]);
    expect(missingFor('adoption', inState(validated))).toMatchObject([{ code: 'DecisionMissing' }]);
    const suspended = closedTo({ ...callStanding, status: 'suspended' }, 'ITC4', late);
    const checked = { ...inState(validated, adopted), callClosed: suspended };
    expect(notReady('submission', checked)).toMatchObject({
      refusal: { code: 'CallNotPublished', details: { status: 'suspended', field: ['call'] } },
    });
  });
});
