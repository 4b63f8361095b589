import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandOf, NoSnapshots, Rehearsal, StoreTransactions } from '@tavolo/command';
import type { Envelope } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { FixedClock, FixedInstance, LaggingIndex, SumRequest, sums } from '../test/sums.js';

const stream = 'sum-00000000-0000-4000-8000-000000000001';
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;

let store: MemoryEventStore;
let transactions: StoreTransactions;

function envelope(commandId: number): Envelope {
  return {
    ...{ commandId: uuid(commandId), commandHash: 'a'.repeat(64) as Sha256 },
    correlationId: uuid(commandId),
    by: { person: `person-${uuid(1)}` as PersonRef, mandate: null, organisation: null },
    auth: { issuer: 'test', assurance: 'none' },
    at: '2030-01-01T12:00:00.000Z' as Instant,
    ...{ today: '2030-01-01' as LocalDate, basis: [] },
  };
}

let commands = 0;
async function give(type: 'Add' | 'Begin', n = 0, id = (commands += 1)) {
  const asked = { type, data: { n } } as SumRequest['asked'];
  const request = new SumRequest(stream, asked, envelope(id));
  const answer = await transactions.run(sums, request, () => ({ command: commandOf(request) }));
  return answer.outcome === 'refused' ? answer.refusal.rule : answer.receipt;
}

beforeEach(() => {
  store = new MemoryEventStore();
  const parts = { clock: new FixedClock(), instance: new FixedInstance() };
  const index = new LaggingIndex();
  transactions = new StoreTransactions({ store, index, snapshots: new NoSnapshots(), ...parts });
});

describe('a rehearsal', () => {
  it('decides each command on those before it, and appends nothing', async () => {
    const rehearsal = new Rehearsal();
    await rehearsal.run(async () => {
      expect(await give('Begin')).toMatchObject({ revision: 0, stream });
      expect(await give('Add', 60)).toMatchObject({ revision: 1 });
      expect(await give('Add', 41)).toBe('B-1');
      expect(await give('Add', 40)).toMatchObject({ revision: 2 });
    });
    expect(await transactions.load(sums, stream)).toBeNull();
    expect(rehearsal.takeFacts().map(({ type }) => type)).toStrictEqual([
      ...['Begun', 'Added', 'Added'],
    ]);
    expect(rehearsal.takeFacts()).toStrictEqual([]);
  });
  it('begins with what the log holds', async () => {
    await give('Begin');
    await give('Add', 100);
    await new Rehearsal().run(async () => {
      expect(await give('Add', 1)).toBe('B-1');
      expect((await transactions.load(sums, stream))?.state).toBe(100);
    });
  });
  it('X-13: answers a repeat as one, of itself and of the log', async () => {
    await give('Begin', 0, 7001);
    await new Rehearsal().run(async () => {
      expect(await give('Begin', 0, 7001)).toMatchObject({ repeated: true });
      expect(await give('Add', 1, 7002)).toMatchObject({ repeated: false });
      expect(await give('Add', 1, 7002)).toMatchObject({ repeated: true });
    });
    expect(await give('Add', 1, 7002)).toMatchObject({ repeated: false, revision: 1 });
  });
  it('knows nothing of another, nor does the log of either', async () => {
    await give('Begin');
    await Promise.all(
      [60, 70].map((n) =>
        new Rehearsal().run(async () =>
          expect(await give('Add', n)).toMatchObject({ revision: 1 }),
        ),
      ),
    );
    expect((await transactions.load(sums, stream))?.state).toBe(0);
  });
});
