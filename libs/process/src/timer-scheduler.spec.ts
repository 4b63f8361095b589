import { afterEach, describe, expect, it } from '@jest/globals';
import { AppendOutcomeUnknown, StoreUnavailable } from '@tavolo/event-store';
import type { Instant, LocalDate } from '@tavolo/kernel';
import { TimedWorld } from '../test/timed-world.js';
import type { ProcessCommand, TimedProcess, TimerOrder } from './definition.js';
import type { Step } from './ports.js';

/** Does what a fact orders; when a timer is due it expires its agreement and says which it was. */
const terms: TimedProcess<string> = {
  name: 'terms',
  categories: ['agreement'],
  initial: '',
  keyOf: ({ stream }) => stream,
  react(state, input) {
    if (input.kind === 'answer') return { state };
    if (input.kind === 'timer') return { state, commands: [expire(state, input.timer.name)] };
    const { stream, type, data } = input.event;
    if (type === 'Closed') return { state: stream, done: true };
    return { state: stream, timers: data.timers as unknown as readonly TimerOrder[] };
  },
};

/** The same under another name, so that there are two processes. */
const mandates: TimedProcess<string> = { ...terms, name: 'mandates', categories: ['board'] };

function expire(target: string, name: string): ProcessCommand {
  return { name, aggregate: 'agreement', target, type: `Expire-${name}`, data: {} };
}

const on = (month: number, day = 1) =>
  `2030-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T10:00:00.000Z` as Instant;
const ordered = (...timers: TimerOrder[]) => ({ type: 'Ordered', data: { timers } as never });
const due = (schedule: string, month: number) => ({ schedule, dueAt: on(month) });

describe('timers', () => {
  const worlds: TimedWorld[] = [];
  const world = () => {
    const made = new TimedWorld();
    worlds.push(made);
    return made;
  };
  afterEach(() => Promise.all(worlds.splice(0).map((made) => made.end())));

  it('fire when they are due, not before, and their process is told', async () => {
    const tavolo = world();
    tavolo.begin(terms);
    await tavolo.say('agreement-1', ordered(due('end', 3)));
    await tavolo.walkTo('2030-03-01T09:59:59.999Z');
    expect(tavolo.effects).toStrictEqual([]);
    await tavolo.walkTo(on(3));
    expect(tavolo.effects).toStrictEqual(['Expire-end agreement-1']);
    expect(await tavolo.types('pm_terms-agreement-1')).toStrictEqual([
      ...['ProcessReacted', 'TimerScheduled'],
      ...['TimerFired', 'ProcessCommandGiven', 'ProcessCommandAccepted'],
    ]);
  });

  it('fire in the order of their due times over all processes when the clock jumps years', async () => {
    const tavolo = world();
    tavolo.begin(terms, mandates);
    await tavolo.say('agreement-1', ordered(due('c', 5), due('a', 2)));
    await tavolo.say('board-1', ordered(due('d', 6), due('b', 3)));
    await tavolo.say('agreement-2', ordered(due('e', 7)));
    await tavolo.rest();
    await tavolo.walkTo('2041-01-01T00:00:00.000Z');
    const fired = await tavolo.fired();
    expect(fired.map(({ name }) => name)).toStrictEqual(['a', 'b', 'c', 'd', 'e']);
    expect(fired.map(({ late }) => late)).toStrictEqual([true, true, true, true, true]);
    expect(tavolo.effects).toHaveLength(5);
  });

  it('that fire in time are not late, and those that fire a minute after it are', async () => {
    const tavolo = world();
    tavolo.begin(terms);
    const day = '2030-01-31' as LocalDate;
    await tavolo.say(
      'agreement-1',
      ordered(due('a', 1), due('b', 2), { schedule: 'c', after: day }),
    );
    await tavolo.rest();
    await tavolo.walkTo('2030-02-01T10:00:30.000Z');
    const fired = await tavolo.fired();
    expect(fired.map(({ name, late }) => [name, late])).toStrictEqual([
      ['a', true],
      ['c', true],
      ['b', false],
    ]);
  });

  it('have effect from the day on which they were due, and know of what led to them', async () => {
    const tavolo = world();
    tavolo.begin(terms);
    const fact = await tavolo.say('agreement-1', ordered(due('end', 3)));
    await tavolo.walkTo(on(4));
    const [fired] = await tavolo.fired();
    const { actor, causationId, correlationId, effectiveOn } = fired?.event.meta ?? {};
    expect(actor).toStrictEqual({ personRef: 'system:terms' });
    expect([causationId, correlationId]).toStrictEqual([fact.id, fact.meta.correlationId]);
    expect(effectiveOn).toBe('2030-03-01');
    // what the timer leads to has effect from that day too.
    expect(tavolo.sent).toMatchObject([{ causationId: fact.id, effectiveOn: '2030-03-01' }]);
  });

  it('that were cancelled do not fire, nor those of a process at its end', async () => {
    const tavolo = world();
    tavolo.begin(terms);
    await tavolo.say('agreement-1', ordered(due('a', 2), due('b', 3)));
    await tavolo.say('agreement-1', ordered({ cancel: 'a' }));
    await tavolo.say('agreement-2', ordered(due('c', 4)));
    await tavolo.say('agreement-2', { type: 'Closed', data: {} });
    await tavolo.walkTo(on(12));
    expect((await tavolo.fired()).map(({ name }) => name)).toStrictEqual(['b']);
    expect((await tavolo.types('pm_terms-agreement-2')).slice(-2)).toStrictEqual([
      ...['TimerCancelled', 'ProcessFinished'],
    ]);
  });

  it('fire at their new time where it was changed', async () => {
    const tavolo = world();
    tavolo.begin(terms);
    await tavolo.say('agreement-1', ordered(due('end', 2)));
    await tavolo.say('agreement-1', ordered(due('end', 6)));
    await tavolo.walkTo(on(3));
    expect(await tavolo.fired()).toStrictEqual([]);
    await tavolo.walkTo(on(6));
    expect(await tavolo.fired()).toMatchObject([{ name: 'end', dueAt: on(6), late: false }]);
  });

  it('wait in one sleep for the earliest, never longer than a minute, and again when it changes', async () => {
    const tavolo = world();
    tavolo.begin(terms);
    await tavolo.say('agreement-1', ordered(due('end', 2)));
    await tavolo.rest();
    expect(tavolo.sleeps.at(-1)).toBe(60_000);
    const soon = { schedule: 'soon', dueAt: '2030-01-01T12:00:05.000Z' as Instant };
    await tavolo.say('agreement-2', ordered(soon));
    await tavolo.rest();
    expect(tavolo.sleeps.at(-1)).toBe(5_000);
  });

  it('fire after a restart, once, the late ones marked late', async () => {
    const tavolo = world();
    tavolo.begin(terms);
    await tavolo.say('agreement-1', ordered(due('b', 3), due('a', 2), due('c', 9)));
    await tavolo.rest();
    await tavolo.end();
    tavolo.clock.at = on(3);
    tavolo.begin(terms);
    await tavolo.rest();
    await tavolo.end();
    tavolo.begin(terms);
    await tavolo.rest();
    const fired = await tavolo.fired();
    expect(fired.map(({ name, late }) => [name, late])).toStrictEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(tavolo.effects).toHaveLength(2);
  });

  it('are found again where the checkpoint is lost, and nothing is done anew', async () => {
    const tavolo = world();
    tavolo.begin(terms);
    await tavolo.say('agreement-1', ordered(due('a', 2), due('b', 9)));
    await tavolo.walkTo(on(3));
    await tavolo.end();
    expect(tavolo.checkpoint('$timers')).not.toBeNull();
    tavolo.loseCheckpoints();
    tavolo.begin(terms);
    await tavolo.walkTo(on(9));
    expect(tavolo.effects).toStrictEqual(['Expire-a agreement-1', 'Expire-b agreement-1']);
    expect(tavolo.sent).toHaveLength(2);
  });

  it('of a process that this program does not run are kept for the one that does', async () => {
    const tavolo = world();
    tavolo.begin(terms, mandates);
    await tavolo.say('agreement-1', ordered(due('a', 2)));
    await tavolo.say('board-1', ordered(due('b', 3)));
    await tavolo.rest();
    await tavolo.end();
    tavolo.begin(mandates);
    await tavolo.walkTo(on(4));
    await tavolo.end();
    expect((await tavolo.fired()).map(({ name }) => name)).toStrictEqual(['b']);
    tavolo.begin(terms, mandates);
    await tavolo.rest();
    expect((await tavolo.fired()).map(({ name }) => name)).toStrictEqual(['b', 'a']);
  });

  it('killed between any two steps and started again, fire once', async () => {
    const interrupted = new Set<Step>();
    for (let n = 0; ; n += 1) {
      const tavolo = world();
      await tavolo.say('agreement-1', ordered(due('b', 3), due('a', 2)));
      await tavolo.say('board-1', ordered(due('c', 4)));
      tavolo.clock.at = on(5);
      const step = await tavolo.killTimed(n, terms, mandates);
      tavolo.begin(terms, mandates);
      await tavolo.rest();
      // Scheduled side by side: what was not in the log yet could not come first.
      expect((await tavolo.fired()).map(({ name }) => name).sort()).toStrictEqual(['a', 'b', 'c']);
      expect([...tavolo.effects].sort()).toStrictEqual([
        ...['Expire-a agreement-1', 'Expire-b agreement-1', 'Expire-c board-1'],
      ]);
      await tavolo.end();
      if (step === null) break;
      interrupted.add(step);
    }
    expect([...interrupted].sort()).toStrictEqual([
      ...['answer', 'checkpoint', 'fire', 'read', 'send', 'take'],
    ]);
  });

  it('run twice side by side, fire once and in order', async () => {
    const tavolo = world();
    tavolo.begin(terms, mandates);
    tavolo.begin(terms, mandates);
    await tavolo.say('agreement-1', ordered(due('c', 5), due('a', 2)));
    await tavolo.say('board-1', ordered(due('d', 6), due('b', 3)));
    await tavolo.rest();
    await tavolo.walkTo(on(12));
    expect((await tavolo.fired()).map(({ name }) => name)).toStrictEqual(['a', 'b', 'c', 'd']);
    expect(tavolo.effects).toHaveLength(4);
  });

  it('keep their order while the store as a whole cannot be written', async () => {
    for (const error of [new StoreUnavailable(), new AppendOutcomeUnknown()]) {
      const tavolo = world();
      tavolo.begin(terms);
      await tavolo.say('agreement-1', ordered(due('a', 2)));
      await tavolo.say('agreement-2', ordered(due('b', 3)));
      await tavolo.rest();
      const append = tavolo.store.append.bind(tavolo.store);
      let failures = 3;
      tavolo.store.append = (stream, ...written) => {
        if (stream !== 'pm_terms-agreement-1' || failures === 0) return append(stream, ...written);
        failures -= 1;
        return Promise.reject(error);
      };
      await tavolo.walkTo(on(4));
      expect((await tavolo.fired()).map(({ name }) => name)).toStrictEqual(['a', 'b']);
      expect(tavolo.troubles.map(({ step }) => step)).toStrictEqual(['fire', 'fire', 'fire']);
    }
  });

  it('do not keep each other up where one cannot fire, or nobody takes its command', async () => {
    const tavolo = world();
    const strict: TimedProcess<string> = {
      ...terms,
      react: (state, input) => {
        if (input.kind === 'timer' && input.timer.name === 'bad') throw new Error('a defect');
        return terms.react(state, input);
      },
    };
    tavolo.begin(strict);
    tavolo.neverSend('agreement-2');
    await tavolo.say('agreement-1', ordered(due('bad', 2)));
    await tavolo.say('agreement-2', ordered(due('b', 3)));
    await tavolo.say('agreement-3', ordered(due('c', 4)));
    tavolo.clock.at = on(5);
    await tavolo.effect('Expire-c agreement-3');
    expect((await tavolo.fired()).map(({ name }) => name)).toStrictEqual(['b', 'c']);
  });

  it('are read on where a subscription ends', async () => {
    const tavolo = world();
    tavolo.dropSubscriptions(4);
    tavolo.begin(terms);
    await tavolo.say('agreement-1', ordered(due('b', 3), due('a', 2)));
    await tavolo.walkTo(on(4));
    await tavolo.walkTo(on(5));
    expect((await tavolo.fired()).map(({ name }) => name)).toStrictEqual(['a', 'b']);
  });
});
