import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WrongExpectedRevision } from '../event-store.js';
import type { Appended, EventStore } from '../event-store.js';
import { all, events, STORE_STARTED_AT } from './harness.contract.js';
import type { StoreFactory } from './harness.contract.js';

/** `guess`: how far from the truth a writer's idea of the revision is; most are right. */
type Attempt = Readonly<{ stream: number; length: number; guess: number }>;

const attempt: fc.Arbitrary<Attempt> = fc.record({
  stream: fc.integer({ min: 0, max: 2 }),
  length: fc.integer({ min: 1, max: 3 }),
  guess: fc.constantFrom(0, 0, 0, -1, 1),
});

/** Each inner list is sent at once, the next when all of it was answered. */
const rounds = fc.array(fc.array(attempt, { minLength: 1, maxLength: 6 }), { maxLength: 8 });

export function describeRandomAppends(factory: StoreFactory): void {
  describe('appends at random, at once and with conflicts', () => {
    it('keep revisions without gap, positions rising, and every acknowledged event', async () => {
      await fc.assert(
        fc.asyncProperty(rounds, async (plan) => {
          const fresh = await factory({ now: () => STORE_STARTED_AT });
          try {
            await check(fresh.store, await play(fresh.store, plan));
          } finally {
            await fresh.dispose();
          }
        }),
        { numRuns: 25, seed: 20_261_123 },
      );
    });
  });
}

type Played = Attempt & Readonly<{ first: number; appended: Appended | null }>;

async function play(
  store: EventStore,
  plan: readonly (readonly Attempt[])[],
): Promise<readonly Played[]> {
  const revisions = [-1, -1, -1];
  const played: Played[] = [];
  for (const round of plan) {
    const sent = round.map((one, i) =>
      send(store, one, {
        revision: revisions[one.stream] ?? -1,
        first: 1 + 1000 * played.length + 10 * i,
      }),
    );
    const answers = await Promise.all(sent);
    for (const { stream, appended } of answers) {
      revisions[stream] = Math.max(revisions[stream] ?? -1, appended?.revision ?? -1);
    }
    played.push(...answers);
  }
  return played;
}

async function send(
  store: EventStore,
  one: Attempt,
  { revision, first }: { revision: number; first: number },
): Promise<Played> {
  const believed = revision + one.guess;
  const expected = believed < 0 ? 'noStream' : believed;
  try {
    const stream = `note-${String(one.stream)}`;
    const appended = await store.append(stream, events(one.length, first), { expected });
    return { ...one, first, appended };
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
    return { ...one, first, appended: null };
  }
}

async function check(store: EventStore, played: readonly Played[]): Promise<void> {
  const log = await all(store.readAll());
  const positions = log.map(({ position }) => position);
  expect(positions).toEqual([...new Set(positions)].sort());
  const acknowledged = played.filter(({ appended }) => appended !== null);
  const ids = acknowledged.flatMap(({ first, length }) =>
    events(length, first).map(({ id }) => id),
  );
  expect(log.map(({ id }) => id).sort()).toEqual(ids.sort());
  for (const stream of [0, 1, 2].map((number) => `note-${String(number)}`)) {
    const own = await all(store.readStream(stream));
    expect(own).toEqual(log.filter((one) => one.stream === stream));
    expect(own.map(({ revision }) => revision)).toEqual(own.map((_, i) => i));
  }
  for (const { first, length, appended } of acknowledged) {
    const last = log.find(({ id }) => id === events(1, first + length - 1)[0]?.id);
    expect({ revision: last?.revision, position: last?.position }).toEqual(appended);
  }
}
