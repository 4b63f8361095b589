import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { levelScope, LoginDemands } from '@tavolo/access';
import type { LoginDemand, Realm } from '@tavolo/access';
import { derivedId, NoSnapshots, StoreTransactions } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { NewEvent } from '@tavolo/event-store';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import { inlineWriter, startProjections } from '@tavolo/projection';
import type { Projections } from '@tavolo/projection';
import { rulebookPresets } from './contract/index.js';
import { DemandsOfBodies } from './demands-of-bodies.js';
import { boardProjection } from './read-model/board.projection.js';
import { EmptyIndex, RomanInstance, StillClock } from './test/fakes.js';

const [store, clock, instance] = [new MemoryEventStore(), new StillClock(), new RomanInstance()];
const parts = { index: new EmptyIndex(), snapshots: new NoSnapshots() };
const transactions = new StoreTransactions({ store, clock, instance, ...parts });
const folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
const demands = new LoginDemands();
let projections: Projections;

/** Where each object lies: agreements in a network, a plan, at a level, and nowhere. */
const above: Readonly<Record<string, readonly string[]>> = {
  'agreement-network': ['network-n', levelScope('territory')],
  'agreement-plan': ['plan-p'],
  'agreement-region': [levelScope('region')],
  'agreement-local': [levelScope('local')],
  'agreement-elsewhere': ['network-other', levelScope('national')],
};

type Over = Readonly<{ level: string; network?: string; plan?: string }>;

/** A board over a scope that asks for a login so many minutes old, at the most. */
async function established(name: string, over: Over, withinMinutes: number): Promise<void> {
  const { italianCollegialBody: preset } = rulebookPresets;
  const rulebook = { ...preset, login: { assurance: 'high', withinMinutes } };
  await said(`board-${name}`, 'BoardEstablished', {
    ...{ name, nameEn: null, network: null, plan: null, ...over, seats: 3, rulebook },
    ...{ rulebookVersion: 1, termUntil: '2032-12-31', source: 'synthetic' },
  });
}

async function said(stream: string, type: string, data: NewEvent['data']): Promise<void> {
  const id = derivedId(instance.facts.id, stream, type);
  const meta = {
    ...{ recordedAt: clock.now(), salt: '00'.repeat(16), commandId: id, correlationId: id },
    ...{ commandHash: '0'.repeat(64) as Sha256, actor: { personRef: 'person-1' as PersonRef } },
    auth: { issuer: 'test', assurance: 'none' },
  };
  await store.append(stream, [{ id, type, schema: 1, data, meta }], { expected: 'any' });
}

beforeAll(async () => {
  await established('network', { level: 'territory', network: 'network-n' }, 40);
  await established('plan', { level: 'region', plan: 'plan-p' }, 30);
  await established('region', { level: 'region' }, 20);
  await established('gone', { level: 'region' }, 1);
  await said('board-gone', 'BoardDissolved', { lastDay: '2029-12-31' });
  projections = await startProjections({
    folder,
    writer: inlineWriter({ projections: [boardProjection], source: store }),
  });
  const realm = {
    around: (id: string) =>
      Promise.resolve({ slice: { id, above: above[id] ?? [] }, places: new Map() }),
  } as unknown as Realm;
  new DemandsOfBodies(demands, { realm, transactions }, projections.readModel).onModuleInit();
  await projections.readModel.reach(await store.head(), 5_000);
});
afterAll(async () => {
  await projections.close();
  rmSync(folder, { recursive: true });
});

const asked = (category: string, target: string): Promise<LoginDemand | null> =>
  demands.of(category, { target, data: {} });

describe('what bodies ask of the login for an act on what lies below them', () => {
  it.each([
    ['agreement-network', 40],
    ['agreement-plan', 30],
    ['agreement-region', 20],
  ])(
    'X-3: is that of the board over its network, its plan or its level: %s',
    async (target, withinMinutes) => {
      expect(await asked('agreement', target)).toStrictEqual({ assurance: 'high', withinMinutes });
    },
  );

  it('X-3: is nothing where boards are over other networks and levels', async () => {
    expect(await asked('agreement', 'agreement-elsewhere')).toBeNull();
  });

  it('X-3: is for policies the strictest of every board that is not dissolved', async () => {
    expect(await asked('policy', 'policy-tavolo')).toStrictEqual({
      ...{ assurance: 'high', withinMinutes: 20 },
    });
  });

  it('X-3: is that of a board that was established since', async () => {
    expect(await asked('agreement', 'agreement-local')).toBeNull();
    await established('later', { level: 'local' }, 50);
    await projections.readModel.reach(await store.head(), 5_000);
    expect(await asked('agreement', 'agreement-local')).toMatchObject({ withinMinutes: 50 });
  });
});
