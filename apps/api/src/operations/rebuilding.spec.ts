import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import { Jobs } from '@tavolo/operations';
import { BEGINNING, NoWayBack, RebuildRunning } from '@tavolo/projection';
import type { Projections, RebuildOptions } from '@tavolo/projection';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { Metrics } from './metrics.js';
import { serveOperations } from './operations.js';

const table = { table: 'plan', same: 3, differing: 1, examples: ['plan-1'] };
const comparison = { ordinal: 4, tables: [table], onlyHere: [], onlyThere: [] };

let http: FastifyInstance;
let failure: Error | null;

beforeEach(() => {
  http = fastify();
  failure = null;
  const projections = {
    async rebuild({ accept }: RebuildOptions) {
      return { comparison, isSwapped: (await accept?.(comparison)) ?? true };
    },
    rollBack: () =>
      failure ? Promise.reject(failure) : Promise.resolve({ ...BEGINNING, position: '7' }),
  } as unknown as Projections;
  const clock = { now: () => '2030-01-01T12:00:00.000Z' as Instant };
  const stores = { clock, projections, store: new MemoryEventStore(), jobs: new Jobs(clock) };
  serveOperations(http, stores, new Metrics());
});

const asked = async (url: string) => {
  const headers = { 'accept-language': 'en' };
  const { statusCode, payload } = await http.inject({ method: 'POST', url, headers });
  return [statusCode, JSON.parse(payload) as unknown];
};

describe('a read model that was built anew', () => {
  it('is kept aside where it differs, and taken where somebody says that they have looked', async () => {
    const ended = (isSwapped: boolean) => [200, { result: { isSwapped } }];
    expect(await asked('/operations/rebuild')).toMatchObject(ended(false));
    expect(await asked('/operations/rebuild?although=equal')).toMatchObject(ended(false));
    expect(await asked('/operations/rebuild?although=different')).toMatchObject(ended(true));
  });

  it('makes room again for the one before it, or it is said why not', async () => {
    expect(await asked('/operations/roll-back')).toEqual([200, { position: '7' }]);
    failure = new NoWayBack('it is damaged');
    expect(await asked('/operations/roll-back')).toMatchObject([
      409,
      { message: 'There is no earlier read model to go back to: it is damaged.' },
    ]);
    failure = new RebuildRunning('another');
    expect(await asked('/operations/roll-back')).toMatchObject([
      409,
      { message: 'A rebuild goes on: wait for it to end.' },
    ]);
    failure = new Error('a defect');
    expect(await asked('/operations/roll-back')).toMatchObject([500, {}]);
  });
});
