import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditorJourney, boardJourney, fixedValues, networkLeadJourney } from '@tavolo/demo';
import { MemoryEventStore } from '@tavolo/event-store';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import { startEmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import type { EmulatedLog } from '../../libs/event-store/test/emulated-log.js';
import { WalkedServer } from '../walked-server.js';
import { refusalsOf, stageOn } from './played.js';

// On the embedded log each journey has a file of its own (network-lead, board, auditor); the first
// is played on the emulator by eventstoredb.spec.ts.
describe('the journeys', () => {
  const servers: WalkedServer[] = [];
  let emulated: EmulatedLog;
  beforeAll(async () => {
    emulated = await startEmulatedLog();
  });
  afterAll(async () => {
    for (const server of servers) await server.forget();
    await emulated.close();
  });

  async function stageOver(log: MemoryEventStore | EventStoreDbEventStore) {
    const server = await WalkedServer.start({ log });
    servers.push(server);
    return stageOn(server.url);
  }

  it('go as they are told on a log in memory', async () => {
    const { stage, told } = await stageOver(new MemoryEventStore());
    await networkLeadJourney(stage, fixedValues.networkLead);
    await auditorJourney(stage, await boardJourney(stage, fixedValues.board));
    expect(refusalsOf(told).length).toBeGreaterThan(5);
  });

  it('go as they are told on EventStoreDB, as the emulator speaks for it', async () => {
    const { engine, emulator } = emulated;
    const { connectionString } = emulator;
    const { stage, told } = await stageOver(new EventStoreDbEventStore({ connectionString }));
    await auditorJourney(stage, await boardJourney(stage, fixedValues.board));
    expect(refusalsOf(told).length).toBeGreaterThan(2);
    expect((await Array.fromAsync(engine.readAll())).length).toBeGreaterThan(100);
  });
});
