import type { Cents, Instant, LocalDate, PartialDate, PersonRef } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import type { CallId, ProgrammeId } from '../contract/index.js';
import type { CallCourseEvent } from '../domain/call.course.events.js';
import type { CallEvent } from '../domain/call.events.js';
import type { CallCommand } from '../domain/call.js';

// Facts and commands for the specifications of calls.

/** As whom, and when, the specifications of this house act. */
const someone = {
  at: '2030-01-01T12:00:00.000Z' as Instant,
  today: '2030-01-01' as LocalDate,
  by: {
    person: 'person-00000000-0000-4000-8000-000000000001' as PersonRef,
    mandate: null,
    organisation: null,
  },
} as const;

export const at = someone.at;
export const act = 'Decreto n. 12';
export const cents = (n: number) => n as Cents;
export const instant = (text: string) => text as Instant;
export const id = 'call-00000000-0000-4000-8000-000000000001' as CallId;
export const planOf = (n: number) =>
  `plan-00000000-0000-4000-8000-00000000000${String(n)}` as PlanId;
export const [first, second, third] = [planOf(1), planOf(2), planOf(3)];
export const deadline = instant('2030-03-01T10:00:00.000Z');
export const drafted: CallEvent = {
  type: 'CallDrafted',
  data: {
    ...{ programme: 'programme-1' as ProgrammeId, period: '2021-2027', number: '1/2030' },
    ...{ title: 'IMPACT', budgetCents: cents(1000), deadline, leadKinds: ['region'] },
    ...{ mandatoryCategories: [], eligibleUntil: '2033-06-30' as PartialDate },
    ...{ draftedBy: 'person-2' as PersonRef, draftedAt: at },
  },
};
export const published: readonly CallEvent[] = [
  drafted,
  { type: 'CallApproved', data: { act, approvedOn: someone.today, approvedAt: at } },
  {
    type: 'CallRegistered',
    data: { registrationNo: '1', registeredOn: someone.today, registeredAt: at },
  },
  { type: 'CallPublished', data: { place: 'sito', publishedAt: at } },
];
export const closed = [...published, { type: 'CallClosed', data: { closedAt: at } } as const];
export const assigned: CallEvent = {
  type: 'FundingAssigned',
  data: { plan: first, cents: cents(600), act, assignedAt: at },
};
export const simple = (type: CallCourseEvent['type']) =>
  ({ type, data: { act, at } }) as unknown as CallEvent;
/** The ranking of all three is approved, and their funding awarded. */
export const ready: readonly CallEvent[] = [
  ...closed,
  simple('CallEvaluationStarted'),
  { type: 'RankingApproved', data: { admitted: [first, second, third], reserve: [], act, at } },
  simple('FundingAwarded'),
];
/** The first of them has its funds. */
export const awarded = [...ready, assigned];
export const give = (type: CallCommand['type'], data: object = {}) =>
  ({ type, data: { act, ...data } }) as never;
