import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { DemoClock, serveDemoClock } from './demo-clock.js';

const BEGIN = '2016-01-04T08:00:00.000Z' as Instant;

describe('the clock of the demo', () => {
  let http: FastifyInstance;
  let clock: DemoClock;
  let recordedAt: string | null;
  let isLoaded: boolean;

  beforeEach(async () => {
    recordedAt = null;
    isLoaded = false;
    http = fastify();
    clock = new DemoClock();
    clock.walkTo(BEGIN);
    serveDemoClock(http, {
      clock,
      store: { readAll: () => newest() },
      isLoaded: () => isLoaded,
    });
    await http.ready();
  });
  afterEach(() => http.close());

  async function* newest(): AsyncGenerator<RecordedEvent> {
    if (recordedAt === null) return;
    yield await Promise.resolve({ meta: { recordedAt } } as RecordedEvent);
  }
  async function walk(at: unknown, language = 'it') {
    const headers = { 'accept-language': language };
    const answer = await http.inject({
      ...{ method: 'PUT', url: '/demo/clock', payload: { at }, headers },
    });
    return { status: answer.statusCode, body: answer.json<Record<string, string>>() };
  }
  const release = () => http.inject({ method: 'DELETE', url: '/demo/clock' });

  it('walks forward, and never back', async () => {
    expect((await walk('2018-03-01T10:00:00+01:00')).body.at).toBe('2018-03-01T09:00:00.000Z');
    expect((await walk('2017-03-01T10:00:00Z')).body.at).toBe('2018-03-01T09:00:00.000Z');
    expect(clock.now()).toBe('2018-03-01T09:00:00.000Z');
  });

  it('is never behind what was recorded last', async () => {
    recordedAt = '2019-05-05T05:05:05.555Z';
    expect((await walk('2018-03-01T09:00:00Z')).body.at).toBe(recordedAt);
  });

  it.each(['yesterday', '2018-02-31T09:00:00Z', '2018-03-01T09:00:00', 5, undefined])(
    'refuses %p, which is no instant, in both languages',
    async (at) => {
      const [it, en] = [await walk(at), await walk(at, 'en')];
      expect([it.status, it.body.code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(it.body.message).not.toBe(en.body.message);
      expect(clock.now()).toBe(BEGIN);
    },
  );

  it('is the real one for good once it was released', async () => {
    const before = new Date().toISOString();
    expect((await release()).statusCode).toBe(204);
    const { body } = await walk('2018-03-01T09:00:00Z');
    expect(String(body.at) >= before).toBe(true);
    expect(clock.now() >= before).toBe(true);
  });

  it('is not served once the demo is loaded', async () => {
    isLoaded = true;
    expect(await walk('2018-03-01T09:00:00Z')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
    expect((await release()).statusCode).toBe(404);
    expect(clock.now()).toBe(BEGIN);
  });
});
