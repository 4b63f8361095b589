import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import { startEmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import { StoresModule } from '../../apps/api/src/stores/stores.module.js';
import { askerOf, founderOf } from '../asking.js';
import type { Asked } from '../asking.js';
import { Collector } from '../collector.js';
import { memoryServer } from '../memory-server.js';

const REGISTER = `mutation ($input: RegisterPartnerInput!) { registerPartner(input: $input) {
  __typename ... on PartnerPayload { receipt { stream eventId repeated } } ... on Refusal { code }
} }`;
const PARTNERS = '{ partners { edges { node { name status } } } }';

/** The whole story of a partner: the second fact is of a process. */
const WHOLE = ['PartnerRegistered', 'PartnerRegistrationConfirmed'];

/** As long as is promised from the return of the log until everything goes on. */
const RECOVERY_MS = 10_000;

/** How long the log stays away: a minute in the long form (`npm run test:soak`). */
const AWAY_MS = process.env.TAVOLO_SOAK === '1' ? 60_000 : 0;

const emulated = await startEmulatedLog();
const { engine, emulator } = emulated;
const collector = new Collector();
let app: NestFastifyApplication;
let isClosed = false;
let ask: (query: string, variables?: object) => Promise<Asked>;

beforeAll(async () => {
  const { connectionString } = emulator;
  const store = new EventStoreDbEventStore({ connectionString });
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: await collector.start() };
  app = await memoryServer(env, { commandsAtOnce: 3 }, { store });
  await app.init();
  const asker = askerOf(app);
  const founder = await founderOf(asker);
  ask = (query, variables) => asker(query, variables, founder);
});
afterAll(async () => {
  if (!isClosed) await app.close();
  collector.stop();
  await emulated.close();
});

const register = (name: string, commandId = randomUUID() as string) =>
  ask(REGISTER, { input: { commandId, name, kind: 'OTHER' } });
const stateOf = ({ status, errors }: Asked) => [status, errors?.[0]?.extensions.code];
const receiptOf = ({ data }: Asked) =>
  (data?.registerPartner?.receipt ?? null) as Record<string, unknown> | null;
const settled = () => app.get(StoresModule).settled();

async function statusOf(name: string): Promise<unknown> {
  const { data } = await ask(PARTNERS);
  const { edges } = data?.partners as {
    edges: { node: Readonly<{ name: string; status: string }> }[];
  };
  return edges.find(({ node }) => node.name === name)?.node.status;
}

/** Asks until the answer is as wanted; a test that takes too long says so by itself. */
async function until<T>(asked: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await asked();
    if (isWanted(answer)) return answer;
    await after(20);
  }
}

/** For as long as it is away: a command is told that nothing of it was written, a read how old it is. */
async function away(since: number, commandId: string): Promise<void> {
  for (;;) {
    const refused = await register('Ente di dopo', commandId);
    expect(stateOf(refused)).toEqual([503, 'STORE_UNAVAILABLE']);
    expect(refused).toMatchObject({ retryAfter: '5', data: null });
    const forMs = performance.now() - since;
    const { status, data, extensions } = await ask(PARTNERS);
    expect([status, data?.partners]).toEqual([200, expect.anything()]);
    expect(Number(extensions?.behindSeconds) * 1_000).toBeGreaterThanOrEqual(forMs);
    if (forMs >= AWAY_MS) return;
    await after(1_000);
  }
}

/** What the log holds of the stream of an answer. */
async function written(answer: Asked): Promise<readonly string[]> {
  const stream = String(receiptOf(answer)?.stream);
  return await Array.fromAsync(engine.readStream(stream), ({ type }) => type);
}

describe('a log that goes away', () => {
  it('costs nothing that was written; reads go on, and all goes on within ten seconds of its return', async () => {
    await register('Ente di prima');
    await until(
      () => statusOf('Ente di prima'),
      (status) => status === 'REGISTERED',
    );
    await settled();
    const [halfway, never] = [randomUUID(), randomUUID()];
    const gone = new Promise<void>((resolve) => {
      // The append is taken, the connection breaks, and what was taken is written all the same.
      emulator.faults.delay = () => {
        emulator.stop();
        resolve();
        return Promise.resolve();
      };
    });
    emulator.faults.inject('slow');
    const sent = register('Ente a metà', halfway);
    await gone;

    const read = await until(
      () => ask(PARTNERS),
      ({ extensions }) => extensions?.behindSeconds !== undefined,
    );
    const behindSince = performance.now();
    expect(read).toMatchObject({ status: 200, extensions: { behindSeconds: 1 } });
    expect(await statusOf('Ente di prima')).toBe('REGISTERED');
    await away(behindSince, never);
    expect((await app.inject('/health/ready')).json()).toMatchObject({ ready: false });
    const unknown = await sent;
    expect(stateOf(unknown)).toEqual([503, 'OUTCOME_UNKNOWN']);
    expect(unknown.errors?.[0]?.extensions).toMatchObject({ commandId: halfway });
    expect(unknown).toMatchObject({ retryAfter: '5', data: null });

    await emulator.start();
    const back = performance.now();
    const again = await until(
      () => register('Ente a metà', halfway),
      ({ status }) => status === 200,
    );
    const first = await until(
      () => register('Ente di dopo', never),
      ({ status }) => status === 200,
    );
    for (const name of ['Ente a metà', 'Ente di dopo']) {
      await until(
        () => statusOf(name),
        (status) => status === 'REGISTERED',
      );
    }
    await until(
      () => ask(PARTNERS),
      ({ extensions }) => extensions?.behindSeconds === undefined,
    );
    const tookMs = performance.now() - back;
    expect(tookMs).toBeLessThan(RECOVERY_MS);
    if (AWAY_MS > 0) process.stdout.write(`all went on ${tookMs.toFixed(0)} ms after its return\n`);
    expect(receiptOf(again)).toMatchObject({ repeated: true });
    expect(receiptOf(first)).toMatchObject({ repeated: false });
    for (const answer of [again, first]) {
      expect(await written(answer)).toEqual(WHOLE);
    }
  }, 120_000);

  it('is asked again where another node leads, and does once what it is asked twice', async () => {
    await settled();
    emulator.faults.inject('not-leader', 'not-leader', 'not-leader');
    const commandId = randomUUID();
    const answer = await register('Ente del nuovo nodo', commandId);
    expect(receiptOf(answer)).toMatchObject({ repeated: false });
    expect(emulator.faults.areOver).toBe(true);
    const again = await register('Ente del nuovo nodo', commandId);
    expect(receiptOf(again)).toEqual({ ...receiptOf(answer), repeated: true });
    await settled();
    expect(await written(answer)).toEqual(WHOLE);
  });
});

describe('a log that is slow', () => {
  it('has so many commands wait for it, and BUSY is said to one more', async () => {
    await settled();
    const held = Promise.withResolvers<null>();
    emulator.faults.delay = () => held.promise;
    emulator.faults.inject('slow', 'slow', 'slow');
    const waiting = [1, 2, 3].map((n) => register(`Ente in coda ${String(n)}`));
    const metrics = await until(
      async () => (await app.inject('/metrics')).body,
      (text) => text.includes('tavolo_commands_under_way 3'),
    );
    expect(metrics).toContain('tavolo_commands_turned_away_total 0');
    const commandId = randomUUID();
    const turnedAway = await register('Ente di troppo', commandId);
    expect(stateOf(turnedAway)).toEqual([503, 'BUSY']);
    expect(turnedAway).toMatchObject({ retryAfter: '1', data: null });
    expect((await app.inject('/metrics')).body).toContain('tavolo_commands_turned_away_total 1');
    held.resolve(null);
    const answers = await Promise.all(waiting);
    expect(answers.map(stateOf)).toEqual(Array(3).fill([200, undefined]));
    const later = await register('Ente di troppo', commandId);
    expect(receiptOf(later)).toMatchObject({ repeated: false });
    await settled();
    expect(await written(later)).toEqual(WHOLE);
  });
});

describe('a collector of traces', () => {
  it('gets the way of a command from the mutation to the append to the projection', async () => {
    const commandId = randomUUID();
    await register('Ente seguito', commandId);
    await until(
      () => statusOf('Ente seguito'),
      (status) => status === 'REGISTERED',
    );
    await app.close(); // What was not sent yet is sent then.
    isClosed = true;
    const spans = collector.spans.filter(
      ({ traceId }) => traceId === commandId.replaceAll('-', ''),
    );
    const named = (name: string) => spans.find((span) => span.name.startsWith(name));
    const [command, append] = [named('command partner.'), named('append')];
    expect(append).toMatchObject({ parentSpanId: command?.spanId });
    expect(named('projection')).toMatchObject({ parentSpanId: append?.spanId });
    expect(JSON.stringify(collector.spans)).not.toMatch(/Ente|person-/u);
  });
});
