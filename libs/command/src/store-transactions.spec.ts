import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandOf, NoSnapshots, Snapshots, StoreTransactions } from '@tavolo/command';
import type { Answer, Envelope } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { EventStore, NewEvent, RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import fc from 'fast-check';
import { ForgetfulStore } from '../test/forgetful-store.js';
import { FixedClock, FixedInstance, LaggingIndex, SumRequest, sums } from '../test/sums.js';
import type { Add } from '../test/sums.js';

const stream = 'sum-00000000-0000-4000-8000-000000000001';
const ana = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const bo = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;

let store: MemoryEventStore;
let index: LaggingIndex;
let transactions: StoreTransactions;

const over = (events: EventStore, snapshots: Snapshots = new NoSnapshots()) =>
  new StoreTransactions({
    store: events,
    clock: new FixedClock(),
    instance: new FixedInstance(),
    index,
    snapshots,
  });

function envelope(
  commandId: number,
  changes: Partial<Envelope> & { input?: string } = {},
): Envelope {
  const { input = 'a', ...rest } = changes;
  return {
    commandId: uuid(commandId),
    commandHash: input.repeat(64).slice(0, 64) as Sha256,
    correlationId: uuid(commandId),
    by: { person: ana, mandate: null, organisation: null },
    auth: { issuer: 'test', assurance: 'none' },
    at: '2030-01-01T12:00:00.000Z' as Instant,
    today: '2030-01-01' as LocalDate,
    basis: [],
    ...rest,
  };
}

function give(
  asked: Pick<Add, 'data' | 'type'>,
  about: Envelope,
  by = transactions,
): Promise<Answer> {
  const request = new SumRequest(stream, asked as SumRequest['asked'], about);
  return by.run(sums, request, () => ({ command: commandOf(request) }));
}
const add = (n: number) => ({ type: 'Add', data: { n } }) as const;

async function events(): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const event of store.readStream(stream)) all.push(event);
  return all;
}

/** The store, in which something happens once the tail of a stream was looked at for the first time. */
function afterItsTail(meanwhile: () => Promise<unknown>): EventStore {
  let isOver = false;
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'readStream')
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      return async function* (...asked: Parameters<EventStore['readStream']>) {
        yield* target.readStream(...asked);
        if (isOver || asked[1]?.backwards !== true) return;
        isOver = true;
        await meanwhile();
      };
    },
  });
}

describe('transactions', () => {
  beforeEach(async () => {
    store = new MemoryEventStore();
    index = new LaggingIndex();
    transactions = over(store);
    await give({ type: 'Begin', data: {} }, envelope(0));
  });

  it('append what was decided, with who, when and why', async () => {
    const basis = [{ stream: 'plan-1', revision: 4 }];
    const answer = await give(
      add(7),
      envelope(1, { basis, reasonRef: 'r', legalBasis: ['L. 241'] }),
    );
    expect(answer).toMatchObject({
      outcome: 'accepted',
      receipt: { revision: 1, repeated: false },
    });
    expect((await events())[1]).toMatchObject({
      type: 'Added',
      schema: 1,
      data: { n: 7 },
      meta: {
        recordedAt: '2030-01-01T12:00:00.000Z',
        actor: { personRef: ana },
        basis,
        reasonRef: 'r',
        legalBasis: ['L. 241'],
        result: { id: stream },
      },
    });
  });

  it('give back a refusal as a value, and write nothing', async () => {
    expect(await give(add(101), envelope(1))).toMatchObject({
      outcome: 'refused',
      refusal: { rule: 'B-1', code: 'TooMuch', details: { n: 101 } },
    });
    expect(await events()).toHaveLength(1);
  });

  it('X-12: refuse a command on what is not there', async () => {
    const missing = stream.replace(/1$/, '2');
    const request = new SumRequest(missing, add(1), envelope(1));
    const answer = await transactions.run(sums, request, () => ({ command: commandOf(request) }));
    expect(answer).toMatchObject({ refusal: { rule: 'X-12', details: { id: missing } } });
  });

  it('X-8: refuse an edit of content that its sender has not seen, and let a seen one through', async () => {
    await give(add(1), envelope(1));
    await give({ type: 'Note', data: {} }, envelope(2));
    expect(await give(add(1), envelope(3, { seenRevision: 0 }))).toMatchObject({
      refusal: { rule: 'X-8', details: { seen: 0, current: 1 } },
    });
    expect(await give(add(1), envelope(4, { seenRevision: 1 }))).toMatchObject({
      outcome: 'accepted',
    });
    expect(await give(add(1), envelope(5, { seenRevision: 4 }))).toMatchObject({
      refusal: { rule: 'X-8', code: 'RevisionUnknown', details: { seen: 4, current: 3 } },
    });
  });

  it('X-8: answer a repeat as the first time, also from another process and behind the index', async () => {
    const first = await give(add(7), envelope(1));
    const again = await give(add(7), envelope(1), over(store));
    expect(again).toMatchObject({ outcome: 'accepted', receipt: { repeated: true } });
    expect((again as typeof first & { receipt: object }).receipt).toMatchObject({
      ...(first as { receipt: object }).receipt,
      repeated: true,
    });
    expect(await events()).toHaveLength(2);
  });

  it('X-8: answer as the first time where another replica carries it out between two looks', async () => {
    const behind = afterItsTail(() => give(add(60), envelope(1)));
    expect(await give(add(60), envelope(1), over(behind))).toMatchObject({
      ...{ outcome: 'accepted', receipt: { revision: 1, repeated: true } },
    });
    expect(await give(add(60), envelope(2), over(behind))).toMatchObject({ outcome: 'refused' });
    expect(await events()).toHaveLength(2);
  });

  it('X-8: do once what another replica carries out between the look and the reading of the state', async () => {
    const behind = afterItsTail(() => give(add(7), envelope(1)));
    expect(await give(add(7), envelope(1), over(behind))).toMatchObject({
      ...{ outcome: 'accepted', receipt: { revision: 1, repeated: true } },
    });
    expect(await events()).toHaveLength(2);
    const other = await give(add(7), envelope(2), over(behind));
    expect(other).toMatchObject({ outcome: 'accepted', receipt: { revision: 2, repeated: false } });
  });

  it('X-8: find a command far behind the newest event, where the index has read nothing', async () => {
    const first = await give(add(1), envelope(1));
    for (let n = 2; n < 40; n += 1) await give(add(1), envelope(n));
    const again = await give(add(1), envelope(1), over(store));
    expect(again).toMatchObject({ receipt: { revision: 1, repeated: true } });
    expect(first).toMatchObject({ receipt: { revision: 1, repeated: false } });
  });

  it('X-13: refuse the same commandId with other input', async () => {
    await give(add(7), envelope(1));
    for (const by of [transactions, over(store)]) {
      const answer = await give(add(8), envelope(1, { input: 'b' }), by);
      expect(answer).toMatchObject({ refusal: { rule: 'X-13' } });
    }
  });

  it('X-13: let another person use the same commandId', async () => {
    await give(add(7), envelope(1));
    const other = envelope(1, { by: { person: bo, mandate: null, organisation: null } });
    expect(await give(add(7), other)).toMatchObject({ receipt: { repeated: false, revision: 2 } });
  });

  it('decide a refused command anew when it is sent again', async () => {
    await give(add(100), envelope(1));
    expect(await give(add(1), envelope(2))).toMatchObject({ outcome: 'refused' });
    await give(add(-1), envelope(3));
    expect(await give(add(1), envelope(2))).toMatchObject({ outcome: 'accepted' });
  });

  it('decide again when another process was faster, so that the rule holds', async () => {
    const others = [over(store), over(store), over(store)];
    const answers = await Promise.all(
      others.flatMap((by, n) => [1, 2].map((m) => give(add(30), envelope(10 * n + m + 1), by))),
    );
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(3);
    expect(await events()).toHaveLength(4);
  });

  it('repeat the same bytes until an unknown outcome is known', async () => {
    const forgetful = new ForgetfulStore(store);
    const answer = await give(add(7), envelope(1), over(forgetful));
    expect(answer).toMatchObject({ outcome: 'accepted', receipt: { revision: 1 } });
    expect(forgetful.sent).toHaveLength(2);
    expect(forgetful.sent[0]).toStrictEqual(forgetful.sent[1]);
    expect(await events()).toHaveLength(2);
  });

  it('decide nothing on a stream with a fact of a newer version', async () => {
    const [begun] = await events();
    const newer = { ...(begun as NewEvent), id: uuid(99), type: 'Multiplied' };
    await store.append(stream, [newer], { expected: 0 });
    await expect(give(add(1), envelope(1))).rejects.toThrow('Multiplied');
  });

  it('keep a rule and add nothing for a repeat, whatever the sequence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(12), fc.nat(40))), async (commands) => {
        store = new MemoryEventStore();
        transactions = over(store);
        await give({ type: 'Begin', data: {} }, envelope(1000));
        for (const [id, n] of commands) await give(add(n), envelope(id, { input: String(n) }));
        const before = await events();
        for (const [id, n] of commands) await give(add(0 * n), envelope(id + 500));
        for (const { meta, data } of before.slice(1)) {
          const about = {
            ...envelope(1),
            commandId: meta.commandId,
            commandHash: meta.commandHash,
          };
          expect(await give(add(data.n as number), about)).toMatchObject({ outcome: 'accepted' });
        }
        expect(await events()).toHaveLength(before.length);
        const sum = before.reduce((total, { data }) => total + ((data.n as number) || 0), 0);
        expect(sum).toBeLessThanOrEqual(100);
      }),
      { numRuns: 50 },
    );
  });

  it('fold(events) is fold(snapshot + tail), wherever the snapshot lies', async () => {
    const snapshots = new OneSnapshot();
    for (let n = 1; n <= 450; n += 1) await give(add(n % 2 === 0 ? -1 : 1), envelope(n));
    await over(store, snapshots).load(sums, stream);
    expect(snapshots.kept?.[2].revision).toBe(450);
    await give(add(42), envelope(999));
    const whole = await over(store).load(sums, stream);
    const withTail = await over(store, snapshots).load(sums, stream);
    expect(withTail).toStrictEqual(whole);
    expect(whole?.state).toBe(42);
  });

  it('do not take up a snapshot that is ahead of the log, or of another one', async () => {
    await give(add(7), envelope(1));
    await give(add(8), envelope(2));
    const [, first, second] = await events();
    const stateOver = async (revision: number, eventId?: Uuid) => {
      const snapshots = new OneSnapshot();
      const kept = { state: 999, revision, contentRevision: 2, eventId: eventId ?? uuid(0) };
      snapshots.keep(stream, 1, kept);
      return (await over(store, snapshots).load(sums, stream))?.state;
    };
    expect(await stateOver(2, second?.id)).toBe(999); // Its own is taken at its word.
    expect(await stateOver(2, first?.id)).toBe(15);
    expect(await stateOver(2, uuid(77))).toBe(15);
    expect(await stateOver(3, second?.id)).toBe(15);
  });
});

class OneSnapshot extends Snapshots {
  kept: Parameters<Snapshots['keep']> | null = null;
  find(name: string, version: number) {
    return this.kept?.[0] === name && this.kept[1] === version ? this.kept[2] : null;
  }
  keep(...kept: Parameters<Snapshots['keep']>): void {
    this.kept = kept;
  }
}
