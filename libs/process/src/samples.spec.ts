import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@tavolo/kernel';
import { claimDecider } from './claim.js';
import type { ClaimEvent } from './claim.events.js';
import { ProcessStates, unanswered } from './instance-state.js';
import type { TimedProcess } from './definition.js';
import type { ProcessManagerEvent } from './process.events.js';
import { World } from '../test/world.js';

type Sample = Readonly<{ type: string; schema: number; data: Record<string, never> }>;

const samples = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
) as readonly Sample[];

// One for every released event type; the compiler sees to it that none is forgotten.
const types = {
  ProcessReacted: 1,
  ProcessCommandGiven: 1,
  ProcessCommandAccepted: 1,
  ProcessCommandRefused: 1,
  ProcessBeganWaiting: 1,
  ProcessStopped: 1,
  ProcessFinished: 1,
  TimerScheduled: 1,
  TimerCancelled: 1,
  TimerFired: 1,
  ValueClaimed: 1,
  ValueReleased: 1,
} satisfies Record<(ClaimEvent | ProcessManagerEvent)['type'], number>;

const find = (type: string) => {
  const sample = samples.find((each) => each.type === type);
  if (!sample) throw new Error(`no sample of ${type}`);
  return sample;
};

describe('golden samples', () => {
  it.each(Object.entries(types))('hold %s up to its newest shape', (type, newest) => {
    const shapes = samples.filter((sample) => sample.type === type).map(({ schema }) => schema);
    expect(shapes).toStrictEqual(Array.from({ length: newest }, (_, index) => index + 1));
  });

  it('are canonical data', () => {
    for (const { data } of samples) expect(JSON.parse(canonicalJson(data))).toStrictEqual(data);
  });

  it('of a claim are folded', () => {
    const claimed = find('ValueClaimed') as unknown as ClaimEvent;
    const held = claimDecider.evolve(claimDecider.initial, claimed);
    expect(held).toStrictEqual({
      kind: 'taxCode',
      holder: 'partner-0b1e6f0a-5d0b-4c53-9c35-1d0f5a3c0004',
    });
    const freed = claimDecider.evolve(held, find('ValueReleased') as unknown as ClaimEvent);
    expect(freed.holder).toBeNull();
  });

  it('of a process are folded, facts and answers told to it again', async () => {
    const tavolo = new World();
    const source = 'decision-0b1e6f0a-5d0b-4c53-9c35-1d0f5a3c0001';
    for (let revision = 0; revision <= 11; revision += 1) {
      await tavolo.say(source, { type: 'DecisionBecameEffective', data: { revision } });
    }
    const stream = 'pm_adoption-1';
    await tavolo.say(stream, find('ProcessReacted'));
    const given = await tavolo.say(stream, find('ProcessCommandGiven'));
    const states = new ProcessStates(listening, tavolo.store);
    const asked = await states.load(stream);
    expect(unanswered(asked)).toMatchObject([{ id: given.id, command: { type: 'AdoptPlan' } }]);

    for (const type of ['ProcessCommandRefused', 'ProcessCommandAccepted']) {
      const { data } = find(type);
      await tavolo.say(stream, { type, data: { ...data, command: given.id } });
    }
    for (const type of ['ProcessBeganWaiting', 'ProcessStopped', 'ProcessFinished']) {
      await tavolo.say(stream, find(type));
    }
    const ended = await states.load(stream);
    expect(ended.state).toStrictEqual(['fact 11', 'refused PL-4', 'accepted']);
    expect(unanswered(ended)).toStrictEqual([]);
    expect(ended.finished).toBe(true);
  });

  it('of timers are folded, and one that fired is told to the process again', async () => {
    const tavolo = new World();
    const states = new ProcessStates(listening, tavolo.store);
    const stream = 'pm_adoption-1';
    const scheduled = await tavolo.say(stream, find('TimerScheduled'));
    const [open, ...more] = (await states.load(stream)).timers.values();
    expect(more).toStrictEqual([]);
    expect(open).toMatchObject({
      name: 'expiry',
      dueAt: '2030-02-01T23:00:00.000Z',
      causationId: scheduled.id,
    });
    await tavolo.say(stream, find('TimerFired'));
    const fired = await states.load(stream);
    expect(fired.state).toStrictEqual(['timer expiry']);
    expect(fired.timers.size).toBe(0);
    await tavolo.say(stream, find('TimerScheduled'));
    await tavolo.say(stream, find('TimerCancelled'));
    const cancelled = await states.load(stream);
    expect(cancelled.timers.size).toBe(0);
    expect(cancelled.state).toStrictEqual(['timer expiry']);
  });

  it('of a shape or type that is not known here are left alone', async () => {
    for (const sample of [{ type: 'ProcessSlept', data: {} }, find('ProcessFinished')]) {
      const tavolo = new World();
      await tavolo.say('pm_adoption-1', sample, 2);
      const states = new ProcessStates(listening, tavolo.store);
      await expect(states.load('pm_adoption-1')).rejects.toThrow('cannot read');
    }
  });
});

/** Keeps what it was told. */
const listening: TimedProcess<readonly string[]> = {
  name: 'adoption',
  categories: ['decision'],
  initial: [],
  keyOf: () => '1',
  react(heard, input) {
    if (input.kind === 'event') {
      return { state: [...heard, `fact ${String(input.event.revision)}`] };
    }
    if (input.kind === 'timer') return { state: [...heard, `timer ${input.timer.name}`] };
    const said = input.outcome === 'refused' ? `refused ${input.refusal.rule}` : 'accepted';
    return { state: [...heard, said] };
  },
};
