import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { derivedId } from '@tavolo/command';
import type { NewEvent } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import { CommandSender, RunningProcesses } from '@tavolo/process';
import type { SystemCommand } from '@tavolo/process';
import type { DecisionEvent } from '../domain/decision.events.js';
import * as a from '../domain/decision.examples.js';
import { NoCheckpoints } from '../test/fakes.js';
import { World } from '../test/world.js';
import { effectProcess } from './effect.process.js';

const uuid = '00000000-0000-4000-8000-000000000001';
const decision = `decision-${uuid}`;

let world: World;
let running: RunningProcesses;

function begin(): void {
  const { store, clock, instance } = world;
  const sender = new (class extends CommandSender {
    send({ target, type, data, actor, ...about }: SystemCommand) {
      const { commandId, causationId, correlationId } = about;
      const ids = { commandId, causationId, correlationId };
      return world.command(target, { type, data }, { person: actor.person, ...ids });
    }
  })();
  running = new RunningProcesses([effectProcess], {
    ...{ store, clock, instance, sender },
    checkpoints: new NoCheckpoints(),
    trouble: ({ error }) => world.troubles.push(error),
  });
}

/** Numbered and published on 12 January, with effect from a day. */
async function publishedFrom(day: string): Promise<void> {
  const facts = [...a.approved, a.signed, a.numbered, a.published(day)];
  const events = facts.map((fact: DecisionEvent, index) => eventOf(fact, index));
  await world.store.append(decision, events, { expected: 'noStream' });
  await running.settled();
}

function eventOf({ type, data }: DecisionEvent, index: number): NewEvent {
  const id = derivedId(world.instance.facts.id, 'fact', index);
  const commandHash = '0'.repeat(64) as NewEvent['meta']['commandHash'];
  const meta = {
    ...{ recordedAt: world.clock.now(), salt: '00'.repeat(16), commandId: id, commandHash },
    ...{ correlationId: id, actor: { personRef: a.proposer } },
    auth: { issuer: 'test', assurance: 'none' },
  };
  return { id, type, schema: 1, data, meta };
}

const walkTo = async (at: string) => {
  world.clock.at = at as Instant;
  await running.settled();
};
const process = () => world.types(`pm_decisionEffect-${uuid}`);
const last = async () => (await world.types(decision)).at(-1);

beforeEach(() => {
  world = new World();
  world.clock.at = '2030-01-12T09:00:00.000Z' as Instant;
  begin();
});
afterEach(async () => {
  await running.stop();
  expect(world.troubles).toStrictEqual([]);
});

describe('the effect of a published decision', () => {
  it('D-6: begins at once where its day has come', async () => {
    await publishedFrom('2030-01-12');
    expect(await last()).toBe('DecisionBecameEffective');
    expect(await process()).not.toContain('TimerScheduled');
  });

  it('D-6: begins by itself on its day, not an instant earlier', async () => {
    await publishedFrom('2030-01-22');
    expect((await process()).slice(-2)).toStrictEqual(['TimerScheduled', 'ProcessBeganWaiting']);
    // The day begins in Rome, an hour before it does in Greenwich.
    await walkTo('2030-01-21T22:59:59.999Z');
    expect(await last()).toBe('DecisionPublished');
    await walkTo('2030-01-21T23:00:00.000Z');
    expect(await last()).toBe('DecisionBecameEffective');
    expect((await process()).at(-1)).toBe('ProcessFinished');
  });

  it('D-6: begins with its day also where the server was down on it', async () => {
    await publishedFrom('2030-01-22');
    await running.stop();
    world.clock.at = '2031-06-01T09:00:00.000Z' as Instant;
    begin();
    await running.settled();
    const effective = (await world.events(decision)).at(-1);
    expect(effective).toMatchObject({ ...a.effective });
    const types = await process();
    expect(types.filter((type) => type === 'TimerFired')).toHaveLength(1);
  });
});
