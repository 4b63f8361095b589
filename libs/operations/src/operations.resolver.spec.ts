import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RequestContext } from '@tavolo/graphql';
import type { Instant } from '@tavolo/kernel';
import { BEGINNING } from '@tavolo/projection';
import type { Rebuilt, RebuildOptions, Replay } from '@tavolo/projection';
import type { Readers } from '@tavolo/reading';
import { Jobs } from './jobs.js';
import { Machine } from './machine.js';
import type { MachineState, Operated } from './machine.js';
import { OperationsResolver } from './operations.resolver.js';

const table = { table: 'plan', same: 3, differing: 1, examples: ['plan-1'] };
const comparison = { ordinal: 4, tables: [table], onlyHere: [], onlyThere: [] };
const commandId = '00000000-0000-4000-8000-000000000001';

class IdleMachine extends Machine {
  state(): Promise<MachineState> {
    const status = { state: 'live', moment: BEGINNING, passedOver: [], failure: null } as const;
    return Promise.resolve({ status, projections: [], behind: [], queues: [] });
  }

  projections(): readonly Operated[] {
    return [];
  }

  replay(): Promise<Replay> {
    return Promise.resolve({ fate: 'notTaken', rows: [], message: null });
  }

  async rebuild({ accept }: RebuildOptions): Promise<Rebuilt> {
    return { comparison, isSwapped: (await accept?.(comparison)) ?? true };
  }
}

let jobs: Jobs;
let resolver: OperationsResolver;
let administers: object | null;
beforeEach(() => {
  administers = { mandate: 'instance-tavolo#founder', kind: 'administrator' };
  jobs = new Jobs({ now: () => '2030-01-01T12:00:00.000Z' as Instant });
  const readers = { of: () => Promise.resolve({ administers }) } as unknown as Readers;
  resolver = new OperationsResolver(new IdleMachine(), jobs, readers);
});

const asking = { sender: { person: 'person-1' }, locale: 'en' } as unknown as RequestContext;

describe('operations', () => {
  it('X-3: are seen and carried on by an administrator only', async () => {
    expect(await resolver.startRebuild({ commandId }, asking)).toMatchObject({ id: commandId });
    expect(await resolver.job(commandId, asking)).toMatchObject({ id: commandId });
    expect(await resolver.operations(asking)).toMatchObject({ state: 'live' });
    administers = null;
    const refused = { rule: 'X-3', code: 'OnlyAdministrators' };
    const other = '00000000-0000-4000-8000-000000000002';
    expect(await resolver.startRebuild({ commandId: other }, asking)).toMatchObject(refused);
    expect(await resolver.cancelJob({ job: commandId }, asking)).toMatchObject(refused);
    expect(await resolver.job(commandId, asking)).toBeNull();
    expect(await resolver.operations(asking)).toBeNull();
    expect(jobs.all()).toHaveLength(1);
  });

  it('keep a read model that differs aside, unless somebody says that they have looked', async () => {
    await resolver.startRebuild({ commandId }, asking);
    expect(await jobs.outcome(commandId)).toMatchObject({ isSwapped: false });
    const kept = await resolver.job(commandId, asking);
    expect(kept).toMatchObject({ state: 'finished', swapped: false, tables: [table] });
    const other = '00000000-0000-4000-8000-000000000002';
    await resolver.startRebuild({ commandId: other, takeAlthoughDifferent: true }, asking);
    expect(await jobs.outcome(other)).toMatchObject({ isSwapped: true });
    expect(await resolver.operations(asking)).toMatchObject({
      ...{ lastRebuild: { id: other, swapped: true } },
      jobs: [{ id: other }, { id: commandId }],
    });
  });

  it('X-11, X-12: say why a job cannot be begun or cancelled', async () => {
    expect(await resolver.cancelJob({ job: commandId }, asking)).toMatchObject({
      code: 'JobUnknown',
    });
    await resolver.startRebuild({ commandId }, asking);
    await jobs.outcome(commandId);
    expect(await resolver.cancelJob({ job: commandId }, asking)).toMatchObject({ code: 'JobOver' });
  });
});
