import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandOf, NoSnapshots, StoreTransactions } from '@tavolo/command';
import type { Answer, Envelope } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate, PersonRef, Refusal, Sha256 } from '@tavolo/kernel';
import { FixedClock, FixedInstance, LaggingIndex, SumRequest, sums } from '../test/sums.js';

const stream = 'sum-00000000-0000-4000-8000-000000000001';
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;
const [ana, bo] = [1, 2].map((n) => `person-${uuid(n)}` as PersonRef) as [PersonRef, PersonRef];
const refusal: Refusal = { rule: 'X-3', code: 'Closed', it: 'chiuso', en: 'closed', details: {} };

let store: MemoryEventStore;
let transactions: StoreTransactions;
let closed: Set<PersonRef>;

beforeEach(() => {
  [store, closed] = [new MemoryEventStore(), new Set()];
  transactions = new StoreTransactions({
    ...{ store, clock: new FixedClock(), instance: new FixedInstance() },
    ...{ index: new LaggingIndex(), snapshots: new NoSnapshots() },
    keptOut: (person) => (closed.has(person) ? refusal : null),
  });
});

/** A command that was let in; its person may be kept out while it is grounded. */
function begin(
  n: number,
  person: PersonRef,
  meanwhile: () => void = () => undefined,
): Promise<Answer> {
  const envelope: Envelope = {
    ...{ commandId: uuid(n), correlationId: uuid(n), commandHash: 'a'.repeat(64) as Sha256 },
    by: { person, mandate: null, organisation: null },
    ...{ auth: { issuer: 'test', assurance: 'none' }, basis: [] },
    ...{ at: '2030-01-01T12:00:00.000Z' as Instant, today: '2030-01-01' as LocalDate },
  };
  const request = new SumRequest(stream, { type: 'Begin', data: {} }, envelope);
  return transactions.run(sums, request, () => {
    meanwhile();
    return { command: commandOf(request) };
  });
}

describe('a command of somebody whose logins are closed while it is under way', () => {
  it('X-3: is not written, and that of somebody else is', async () => {
    const answer = await begin(1, ana, () => closed.add(ana));
    expect(answer).toStrictEqual({ outcome: 'refused', refusal });
    expect(await Array.fromAsync(store.readAll())).toHaveLength(0);
    expect(await begin(2, bo)).toMatchObject({ outcome: 'accepted' });
  });

  it('X-3: answers what it did where it was written before', async () => {
    await begin(1, ana);
    closed.add(ana);
    expect(await begin(1, ana)).toMatchObject({ outcome: 'accepted', receipt: { repeated: true } });
  });
});
