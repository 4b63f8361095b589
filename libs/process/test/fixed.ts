import { Clock, Instance } from '@tavolo/command';
import type { InstanceFacts } from '@tavolo/command';
import type { Instant } from '@tavolo/kernel';

/** When every test begins. */
export const now = '2030-01-01T12:00:00.000Z' as Instant;

/** Stands still until a test moves it. */
export class StillClock extends Clock {
  at = now;
  now(): Instant {
    return this.at;
  }
}

export class TestInstance extends Instance {
  readonly facts = {
    id: '00000000-0000-4000-8000-000000000001',
    zone: 'Europe/Rome',
  } as InstanceFacts;
}
