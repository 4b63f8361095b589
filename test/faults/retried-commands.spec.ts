import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Busy, OutcomeUnknown } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { StoreUnavailable } from '@tavolo/event-store';
import type { RecordedEvent } from '@tavolo/event-store';
import { startEmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import type { EmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import { ChanceFaults } from './chance.js';
import { idOf, Replica } from './replica.js';
import type { Given } from './replica.js';

/** 100,000 with `npm run test:soak`, each of them sent twice at the least. */
const COMMANDS = process.env.TAVOLO_SOAK === '1' ? 100_000 : 2_000;
/** A sum takes a hundred: its beginning and 99 additions of one. */
const OF_ONE_STREAM = 100;
const STREAMS_AT_ONCE = 16;
/** One command in so many is given to both replicas at once. */
const AT_ONCE_ONE_IN = 8;
const AT_ONCE_ON_A_STREAM = 2;

type Acknowledged = Extract<Answer, { outcome: 'accepted' }>['receipt'];

const faults = new ChanceFaults();
let emulated: EmulatedLog;
const replicas: Replica[] = [];
const acknowledged = new Map<string, Acknowledged[]>();
const failures = new Map<string, number>();
let sendings = 0;

/** Sent again, now to one replica and now to the other, until it is answered. */
async function given(command: Given, first: number): Promise<void> {
  for (let attempt = first; ; attempt += 1) {
    sendings += 1;
    try {
      const answer = await replicas[attempt % replicas.length]?.give(command);
      if (answer?.outcome !== 'accepted')
        throw new Error(`not accepted: ${String(answer?.outcome)}`);
      acknowledged.get(idOf(command))?.push(answer.receipt);
      return;
    } catch (error) {
      const kind = [Busy, OutcomeUnknown, StoreUnavailable].find((one) => error instanceof one);
      if (!kind) throw error;
      failures.set(kind.name, (failures.get(kind.name) ?? 0) + 1);
    }
  }
}

/** To two replicas: now and then by two clients at once, else again when it was answered. */
async function twice(command: Given): Promise<void> {
  acknowledged.set(idOf(command), []);
  const first = given(command, command.id);
  if (command.id % AT_ONCE_ONE_IN !== 0) await first;
  await Promise.all([first, given(command, command.id + 1)]);
}

async function filled(number: number): Promise<void> {
  const stream = `sum-00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const first = number * OF_ONE_STREAM;
  await twice({ stream, id: first, type: 'Begin' });
  for (let n = 1; n < OF_ONE_STREAM; n += AT_ONCE_ON_A_STREAM) {
    const several = Math.min(AT_ONCE_ON_A_STREAM, OF_ONE_STREAM - n);
    const ids = Array.from({ length: several }, (_, i) => first + n + i);
    await Promise.all(ids.map((id) => twice({ stream, id, type: 'Add' })));
  }
}

/** Each worker takes the next stream. */
async function all(): Promise<void> {
  let next = 0;
  const streams = COMMANDS / OF_ONE_STREAM;
  const worker = async () => {
    while (next < streams) {
      next += 1;
      await filled(next);
    }
  };
  await Promise.all(Array.from({ length: STREAMS_AT_ONCE }, worker));
}

beforeAll(async () => {
  emulated = await startEmulatedLog({ faults });
  const { connectionString } = emulated.emulator;
  replicas.push(new Replica(connectionString), new Replica(connectionString));
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await emulated.close();
});

describe(`${COMMANDS.toLocaleString('en')} commands, each given twice or more under every fault`, () => {
  let log: readonly RecordedEvent[];

  it('are all answered in the end', async () => {
    const began = performance.now();
    await all();
    faults.isCalm = true;
    log = await Array.fromAsync(emulated.engine.readAll());
    expect([...acknowledged.values()].every(({ length }) => length === 2)).toBe(true);
    expect(acknowledged.size).toBe(COMMANDS);
    for (const fault of ['mute', 'late-acknowledgement', 'not-leader', 'slow'] as const) {
      expect(faults.made.get(fault)).toBeGreaterThan(0);
    }
    for (const fault of ['error-in-mid-batch', 'end-with-ok', 'duplicate'] as const) {
      expect(faults.made.get(fault)).toBeGreaterThan(0);
    }
    if (COMMANDS < 100_000) return;
    const [seconds, events] = [(performance.now() - began) / 1_000, log.length];
    const told = {
      sendings,
      events,
      seconds: Math.round(seconds),
      ...Object.fromEntries(failures),
    };
    process.stdout.write(`${JSON.stringify({ ...told, ...Object.fromEntries(faults.made) })}\n`);
  }, 3_600_000);

  it('X-8: have their effect once', () => {
    expect(log).toHaveLength(COMMANDS);
    expect(new Set(log.map(({ meta }) => meta.commandId)).size).toBe(COMMANDS);
    expect(new Set(log.map(({ id }) => id)).size).toBe(COMMANDS);
  });

  it('X-8: have left what was acknowledged, and gave both senders the same answer', () => {
    const there = new Map(log.map((event) => [event.id, event]));
    const wrong = [...acknowledged].filter(([commandId, answers]) => {
      const [one, other] = answers;
      const event = one && there.get(one.eventId);
      if (!one || !other || event?.meta.commandId !== commandId) return true;
      const isThere = event.stream === one.stream && event.revision === one.revision;
      const isSame = one.eventId === other.eventId && one.position === other.position;
      return !isThere || !isSame;
    });
    expect(wrong).toEqual([]);
  });

  it('come to every follower once, in the order of the log', async () => {
    const ids = log.map(({ id }) => id);
    for (const { seen } of replicas) {
      while (seen.length < ids.length) await after(5);
      expect(seen.map(({ id }) => id)).toEqual(ids);
    }
  }, 60_000);
});
