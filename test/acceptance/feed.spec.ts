import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ServiceError } from '@grpc/grpc-js';
import { FoundedInstance } from '@tavolo/access';
import { EventStore } from '@tavolo/event-store';
import type { NewEvent, Uuid } from '@tavolo/event-store';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Instance } from '@tavolo/command';
import { PolicyReading } from '@tavolo/reading';
import { CLOSING_STREAM } from '../../libs/access/src/closing/closing.js';
import { factsOf, followed } from '../../examples/feed/follow.js';
import type { Fact, Wanted } from '../../examples/feed/follow.js';
import { freePort } from '../free-port.js';
import { bearer } from '../identity.js';
import { memoryServer } from '../memory-server.js';

let app: NestFastifyApplication;
let store: EventStore;
let port: number;
let founder: Record<string, string>;
let number = 0;

beforeAll(async () => {
  port = await freePort();
  app = await memoryServer({ TAVOLO_FEED_PORT: String(port) });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  store = app.get(EventStore);
  founder = await bearer(app.get<FoundedInstance>(Instance).facts.founder);
});
afterAll(() => app.close());

const fact = (type: string, size = 0): NewEvent => {
  number += 1;
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Uuid;
  return {
    ...{ id, type, schema: 1, data: { z: number, a: 'x'.repeat(size) } },
    meta: {
      ...{ recordedAt: '2030-01-01T12:00:00.000Z', salt: '0'.repeat(32), commandId: id },
      ...{ commandHash: 'c'.repeat(64), correlationId: id, reasonRef: `${id}:secret` },
      ...{ actor: { personRef: 'person-1' }, auth: { issuer: 'test', assurance: 'none' } },
    } as unknown as NewEvent['meta'],
  };
};
const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  ...{ address: `127.0.0.1:${String(port)}`, headers: founder },
  ...more,
});
const read = (more: Partial<Wanted> = {}) => Array.fromAsync(factsOf(wanted(more)));
const ids = (facts: readonly Fact[]) => facts.map(({ id }) => id);

describe('the feed of the log', () => {
  it('tells every fact in its order, as it stands in the log, without a word beside it', async () => {
    await store.append('note-1', [fact('Noted'), fact('Noted')], { expected: 'noStream' });
    const all = await Array.fromAsync(store.readAll());
    const told = await read();
    expect(ids(told)).toEqual(all.map(({ id }) => id));
    expect(told.at(-1)).toMatchObject({
      ...{ stream: 'note-1', revision: '1', type: 'Noted', actor: 'person-1' },
      ...{ dataJson: `{"a":"","z":${String(number)}}`, position: all.at(-1)?.position },
    });
    expect(JSON.stringify(told)).not.toMatch(/secret|salt|cccc/u);
  });

  it('goes on after the last position, by categories or by types', async () => {
    const all = await read();
    const half = all.at(Math.floor(all.length / 2));
    const after = half?.position ?? '';
    expect(ids(await read({ after }))).toEqual(
      ids(all).slice(ids(all).indexOf(half?.id ?? '') + 1),
    );
    expect(new Set((await read({ categories: ['note'] })).map(({ stream }) => stream))).toEqual(
      new Set(['note-1']),
    );
    const founded = await read({ typePrefixes: ['Instance'] });
    expect(founded.length).toBeGreaterThan(0);
    expect(founded.every(({ type }) => type.startsWith('Instance'))).toBe(true);
  });

  it('says how far it was read where nothing more was for the caller', async () => {
    const reached: string[] = [];
    const stranger = await bearer('person-00000000-0000-4000-8000-00000000dead');
    const told = await read({ headers: stranger, reached: (at) => reached.push(at) });
    expect(told.filter(({ stream }) => stream === 'note-1')).toEqual([]);
    expect(reached.at(-1)).toBe(await store.head());
  });

  it('follows what comes, and is taken up again where it was cut off', async () => {
    const after = await store.head();
    const told = followed(wanted({ after, categories: ['note'] }));
    const [first, second] = [fact('Noted'), fact('Noted')];
    const next = told.next();
    await store.append('note-2', [first], { expected: 'noStream' });
    expect((await next).value).toMatchObject({ id: first.id });
    await store.append('note-2', [second], { expected: 0 });
    expect((await told.next()).value).toMatchObject({ id: second.id });
    await told.return(undefined);
  });

  it('waits for a caller who is slow', async () => {
    const before = await store.head();
    for (let n = 0; n < 100; n += 1) {
      await store.append(`big-${String(n)}`, [fact('Noted', 100_000)], { expected: 'noStream' });
    }
    const asked = jest.spyOn(app.get(PolicyReading), 'isOpenEvent');
    const slow = factsOf(wanted({ after: before }));
    await slow.next();
    // Time enough for all of them, if nobody waited: what was written fits the window of HTTP/2.
    for (let turn = 0; turn < 500; turn += 1) await new Promise(setImmediate);
    expect(asked.mock.calls.length).toBeLessThan(80);
    expect((await Array.fromAsync(slow)).length).toBe(99);
    asked.mockRestore();
  });

  it('X-3: ends the idle call of who is kept out from now on, and of nobody else', async () => {
    const eva = 'person-00000000-0000-4000-8000-0000000000e0';
    const following = { categories: ['note'], follow: true, after: await store.head() };
    const [reached, told] = [Promise.withResolvers(), factsOf(wanted(following))];
    const hers = { ...following, after: '', headers: await bearer(eva), reached: reached.resolve };
    const [kept, next] = [factsOf(wanted(hers)).next(), told.next()];
    await reached.promise; // All that was there is passed: from here on the call is idle.
    const data = {
      person: eva,
      cause: 'left',
      closedBy: eva,
      closedAt: '2030-01-01T12:00:00.000Z',
    };
    const closed = { ...fact('LoginsClosed'), data } as unknown as NewEvent;
    await store.append(CLOSING_STREAM, [closed], { expected: 'any' });
    await expect(kept).rejects.toMatchObject({
      code: 16,
      details: expect.stringMatching(/chiusi/u),
    });
    const noted = fact('Noted');
    await store.append('note-3', [noted], { expected: 'noStream' });
    expect((await next).value).toMatchObject({ id: noted.id });
    await told.return(undefined);
    await expect(read({ headers: hers.headers })).rejects.toMatchObject({ code: 16 });
  });

  it('names each call by an id of its own: as it begins, and where it is refused', async () => {
    const begun: string[] = [];
    for (const _ of [1, 2]) await read({ begun: (requestId) => begun.push(requestId) });
    const refused: unknown = await read({ headers: {} }).catch((error: unknown) => error);
    const { metadata } = refused as ServiceError;
    const named = [...begun, ...metadata.get('x-request-id').map(String)];
    expect([named.length, new Set(named).size]).toEqual([3, 3]);
    for (const name of named) expect(name).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u);
  });

  const refusals: readonly Readonly<{
    what: string;
    more: Partial<Wanted>;
    code: number;
    words: string;
  }>[] = [
    { what: 'nobody', more: { headers: {} }, code: 16, words: 'Accedere prima' },
    {
      ...{ what: 'a token that is none', code: 16, words: 'token' },
      more: { headers: { authorization: 'Bearer x.y.z' } },
    },
    {
      ...{ what: 'a mandate that is none', code: 3, words: 'Tavolo-Mandate' },
      more: { headers: { 'tavolo-mandate': 'x' } },
    },
    { what: 'a position that is none', more: { after: '7' }, code: 3, words: 'after_position' },
    {
      ...{ what: 'two filters', code: 3, words: 'type_prefixes' },
      more: { categories: ['note'], typePrefixes: ['N'] },
    },
  ];

  it.each(refusals)('is refused with a code and a sentence: $what', async (refusal) => {
    const { more, code, words, what } = refusal;
    const headers = what === 'nobody' ? {} : { ...founder, ...more.headers };
    await expect(read({ ...more, headers })).rejects.toMatchObject({
      code,
      details: expect.stringContaining(words),
    });
  });
});
