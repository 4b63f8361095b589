import type { Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import type { ProcessTimer, TimerOrder } from './definition.js';
import { endOf, startOf } from './due.js';
import type { TimerCancelled, TimerScheduled } from './process.events.js';

/** A timer that has neither fired nor been cancelled, with what led to it. */
export type OpenTimer = ProcessTimer &
  Readonly<{ id: Uuid; causationId: Uuid; correlationId: Uuid }>;

/** Fired later than this after its due time, a timer is marked late. */
const LATE_AFTER_MS = 60_000;

/** Whether somebody should see that the machine was behind: it was down, or its clock jumped. */
export function isLate(dueAt: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(dueAt) > LATE_AFTER_MS;
}

/**
 * What orders come to, given the timers that are open. One name is one timer: scheduled anew,
 * the earlier one is cancelled; scheduled again for the same instant, it stays as it is.
 * `idOf` names the nth order. @throws Error for an instant that is none
 */
export function timerFacts(
  orders: readonly TimerOrder[],
  about: Readonly<{
    open: Iterable<OpenTimer>;
    zone: string;
    idOf: (index: number) => Uuid;
  }>,
): readonly (TimerCancelled | TimerScheduled)[] {
  const held = new Map<string, { id: Uuid; dueAt: Instant }>();
  for (const { name, id, dueAt } of about.open) held.set(name, { id, dueAt });
  return orders.flatMap((order, index) => {
    const name = 'cancel' in order ? order.cancel : order.schedule;
    const earlier = held.get(name);
    const dueAt = 'cancel' in order ? null : dueOf(order, about.zone);
    if (dueAt !== null && dueAt === earlier?.dueAt) return [];
    held.delete(name);
    const facts: (TimerCancelled | TimerScheduled)[] = [];
    if (earlier) facts.push({ type: 'TimerCancelled', data: { id: earlier.id } });
    if (dueAt === null) return facts;
    const id = about.idOf(index);
    held.set(name, { id, dueAt });
    return [...facts, { type: 'TimerScheduled', data: { id, name, dueAt } }];
  });
}

/** The end of a process is the end of all that it waits for. */
export function cancelled(open: Iterable<OpenTimer>): readonly TimerCancelled[] {
  return [...open].map(({ id }) => ({ type: 'TimerCancelled', data: { id } }));
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

function dueOf(order: Exclude<TimerOrder, { cancel: string }>, zone: string): Instant {
  if ('from' in order) return startOf(order.from, zone);
  if ('after' in order) return endOf(order.after, zone);
  const { schedule, dueAt } = order;
  // Timers are ordered as text; what is no instant would be due never, or at once and for ever.
  if (INSTANT.test(dueAt) && !Number.isNaN(Date.parse(dueAt))) return dueAt;
  throw new Error(`timer ${schedule}: ${dueAt} is no instant in UTC with milliseconds`);
}
