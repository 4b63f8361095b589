import { afterEach, describe, expect, it } from '@jest/globals';
import { Busy } from '@tavolo/command';
import { AppendOutcomeUnknown, StoreUnavailable } from '@tavolo/event-store';
import type { JsonObject } from '@tavolo/event-store';
import type { ProcessDefinition, Reaction } from './definition.js';
import type { Step } from './ports.js';
import { Killed, World } from '../test/world.js';

const why = { it: 'Si attende il protocollo.', en: 'The protocol number is awaited.' };

/** Effective decision → reserve → adopt; where reserving is refused, the board is told instead. */
const adoption: ProcessDefinition<string> = {
  name: 'adoption',
  categories: ['decision'],
  initial: 'idle',
  keyOf: ({ type, data }) => (type === 'DecisionBecameEffective' ? planOf(data) : null),
  react(state, input): Reaction<string> {
    if (input.kind === 'event') {
      return { state: 'asked', commands: [to('reserve', 'Reserve', input.event.data)] };
    }
    if (input.command.name === 'reserve') {
      return input.outcome === 'accepted'
        ? { state: 'reserved', commands: [to('adopt', 'Adopt', input.command.data)] }
        : { state: 'untold', commands: [to('tell', 'Tell', input.command.data)] };
    }
    return input.outcome === 'accepted' ? { state: 'done', done: true } : { state };
  },
};

function planOf(data: JsonObject): string {
  return data.plan as string;
}

function to(name: string, type: string, data: JsonObject) {
  return { name, aggregate: 'plan', target: planOf(data), type, data };
}

const effective = (plan: string) => ({ type: 'DecisionBecameEffective', data: { plan } });
const straight = ['ProcessReacted', 'ProcessCommandGiven'];
const adopted = [
  ...straight,
  ...['ProcessCommandAccepted', 'ProcessCommandGiven'],
  ...['ProcessCommandAccepted', 'ProcessFinished'],
];

describe('a process manager', () => {
  const worlds: World[] = [];
  const world = () => {
    const made = new World();
    worlds.push(made);
    return made;
  };
  afterEach(() => Promise.all(worlds.splice(0).map((made) => made.stop())));

  it('gives what follows from a fact, each command once, and ends', async () => {
    const tavolo = world();
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settle(adoption);
    expect(tavolo.effects).toStrictEqual(['Reserve plan-1', 'Adopt plan-1']);
    expect(await tavolo.types('pm_adoption-plan-1')).toStrictEqual(adopted);
  });

  it('acts as a named system actor, with the fact as its cause', async () => {
    const tavolo = world();
    const fact = await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settle(adoption);
    for (const { actor, causationId, correlationId } of tavolo.sent) {
      expect(actor).toStrictEqual({ person: 'system:adoption', mandate: null, organisation: null });
      expect(causationId).toBe(fact.id);
      expect(correlationId).toBe(fact.meta.correlationId);
    }
    const own = await tavolo.events('pm_adoption-plan-1');
    expect(new Set(own.map(({ meta }) => meta.causationId))).toStrictEqual(new Set([fact.id]));
    expect(own[0]?.meta.basis).toStrictEqual([{ stream: 'decision-1', revision: 0 }]);
  });

  it('takes up facts that come while it runs', async () => {
    const tavolo = world();
    await tavolo.settle(adoption);
    expect(tavolo.effects).toStrictEqual([]);
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settled();
    expect(tavolo.effects).toStrictEqual(['Reserve plan-1', 'Adopt plan-1']);
  });

  it('passes over what is not for it, and what comes after its end', async () => {
    const tavolo = world();
    await tavolo.say('decision-1', { type: 'DecisionNumbered', data: { plan: 'plan-1' } });
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settle(adoption);
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settled();
    expect(tavolo.effects).toStrictEqual(['Reserve plan-1', 'Adopt plan-1']);
  });

  it('takes the written other way where a command is refused', async () => {
    const tavolo = world();
    tavolo.refuse('Reserve');
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settle(adoption);
    expect(tavolo.effects).toStrictEqual(['Tell plan-1']);
    expect(await tavolo.types('pm_adoption-plan-1')).not.toContain('ProcessStopped');
  });

  it('goes on listening after a refusal that it foresaw, and nobody has to look at it', async () => {
    const tavolo = world();
    tavolo.refuse('Adopt');
    const foreseeing: ProcessDefinition<string> = {
      ...adoption,
      react: (state, input) => {
        const reaction = adoption.react(state, input);
        return input.kind === 'answer' ? { ...reaction, foreseen: true } : reaction;
      },
    };
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settle(foreseeing);
    const types = await tavolo.types('pm_adoption-plan-1');
    expect(types.at(-1)).toBe('ProcessCommandRefused');
  });

  it('stops, seen by somebody, where a refusal has no other way, and does not ask again', async () => {
    const tavolo = world();
    tavolo.refuse('Adopt');
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settle(adoption);
    await tavolo.stop();
    await tavolo.settle(adoption);
    expect(tavolo.sent.filter(({ type }) => type === 'Adopt')).toHaveLength(1);
    const stopped = (await tavolo.events('pm_adoption-plan-1')).at(-1);
    expect(stopped).toMatchObject({
      type: 'ProcessStopped',
      data: {
        subject: 'decision-1',
        rule: 'PL-4',
        code: 'TableOpen',
        owner: null,
        why: { it: 'Un tavolo è aperto: table-1.', en: 'A table is open: table-1.' },
      },
    });
  });

  it('says when it waits for a person', async () => {
    const tavolo = world();
    const waits: ProcessDefinition<null> = {
      ...adoption,
      initial: null,
      react: () => ({ state: null, waiting: { why, owner: 'partner-1' } }),
    };
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settle(waits);
    expect((await tavolo.events('pm_adoption-plan-1')).at(-1)).toMatchObject({
      type: 'ProcessBeganWaiting',
      data: { subject: 'decision-1', why, owner: 'partner-1' },
    });
  });

  it('tries again what the machine failed, and says so each time', async () => {
    const tavolo = world();
    tavolo.failSending([new Busy('plan-1'), new Busy('plan-1'), new Error('no handler yet')]);
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settle(adoption);
    expect(tavolo.effects).toStrictEqual(['Reserve plan-1', 'Adopt plan-1']);
    expect(tavolo.troubles.map(({ step, attempt }) => `${step} ${String(attempt)}`)).toStrictEqual([
      'send 1',
      'send 2',
      'send 3',
    ]);
    const [first, second, third] = tavolo.pauses;
    expect(first).toBeLessThanOrEqual(100);
    expect(second).toBeGreaterThanOrEqual(100);
    expect(third).toBeGreaterThanOrEqual(200);
    expect(new Set(tavolo.sent.slice(0, 4).map(({ commandId }) => commandId)).size).toBe(1);
  });

  it('subscribes again where a subscription ends', async () => {
    const tavolo = world();
    for (const n of ['1', '2', '3']) await tavolo.say(`decision-${n}`, effective(`plan-${n}`));
    tavolo.dropSubscriptions(2);
    await tavolo.settle(adoption);
    expect(tavolo.effects).toHaveLength(6);
    expect(tavolo.troubles.map(({ step }) => step)).toStrictEqual(['read', 'read']);
  });

  it('does not let one instance that fails keep up another', async () => {
    const tavolo = world();
    tavolo.neverSend('plan-1');
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.say('decision-2', effective('plan-2'));
    tavolo.start(adoption);
    await tavolo.effect('Adopt plan-2');
    expect(tavolo.effects).toStrictEqual(['Reserve plan-2', 'Adopt plan-2']);
    expect(tavolo.checkpoint('adoption')).toBeNull();
  });

  it.each([
    ['nothing was written', new StoreUnavailable(), 'before'],
    ['the acknowledgement was lost', new AppendOutcomeUnknown(), 'after'],
  ] as const)('finishes once when at any append %s', async (_case, error, when) => {
    for (let n = 0; n < 3; n += 1) {
      const tavolo = world();
      await tavolo.say('decision-1', effective('plan-1'));
      tavolo.failAppend({ n, error, when });
      await tavolo.settle(adoption);
      expect(tavolo.effects).toStrictEqual(['Reserve plan-1', 'Adopt plan-1']);
      expect(await tavolo.types('pm_adoption-plan-1')).toStrictEqual(adopted);
      expect(tavolo.troubles).toHaveLength(1);
    }
  });

  it('killed between any two steps and started again, finishes once', async () => {
    const interrupted = new Set<Step>();
    for (let n = 0; ; n += 1) {
      const tavolo = world();
      await tavolo.say('decision-1', effective('plan-1'));
      await tavolo.say('decision-2', effective('plan-2'));
      const step = await tavolo.killAt(n, adoption);
      await tavolo.settle(adoption);
      await tavolo.stop();
      for (const plan of ['plan-1', 'plan-2']) {
        const effects = tavolo.effects.filter((effect) => effect.endsWith(plan));
        expect(effects).toStrictEqual([`Reserve ${plan}`, `Adopt ${plan}`]);
        expect(await tavolo.types(`pm_adoption-${plan}`)).toStrictEqual(adopted);
      }
      if (step === null) break;
      interrupted.add(step);
    }
    expect([...interrupted].sort()).toStrictEqual(['answer', 'checkpoint', 'read', 'send', 'take']);
  });

  it('run twice side by side, does nothing twice', async () => {
    const tavolo = world();
    for (const n of ['1', '2', '3']) await tavolo.say(`decision-${n}`, effective(`plan-${n}`));
    await Promise.all([tavolo.settle(adoption), tavolo.settle(adoption)]);
    for (const n of ['1', '2', '3']) {
      expect(tavolo.effects.filter((effect) => effect.endsWith(n))).toHaveLength(2);
      expect(await tavolo.types(`pm_adoption-plan-${n}`)).toStrictEqual(adopted);
    }
  });

  it.each([
    ['after the other has ended', false],
    ['refused, when the other was accepted', true],
  ])('leaves an answer alone that comes %s', async (_case, isRefused) => {
    const tavolo = world();
    if (isRefused) tavolo.refuseOnce('Reserve');
    await tavolo.say('decision-1', effective('plan-1'));
    const release = tavolo.hold('after');
    tavolo.start(adoption);
    await tavolo.sending(1);
    await tavolo.settle(adoption);
    release();
    await tavolo.settled();
    expect(tavolo.effects).toStrictEqual(['Reserve plan-1', 'Adopt plan-1']);
    expect(await tavolo.types('pm_adoption-plan-1')).toStrictEqual(adopted);
  });

  it('records an acceptance that another runner got after a refusal: its facts are there', async () => {
    const tavolo = world();
    tavolo.refuseOnce('Reserve');
    await tavolo.say('decision-1', effective('plan-1'));
    const release = tavolo.hold('before');
    tavolo.start(adoption);
    await tavolo.sending(1);
    await tavolo.settle(adoption);
    expect(tavolo.effects).toStrictEqual(['Tell plan-1']);
    release();
    await tavolo.settled();
    expect(tavolo.effects).toStrictEqual(['Tell plan-1', 'Reserve plan-1', 'Adopt plan-1']);
  });

  it('does nothing anew where its checkpoint is lost', async () => {
    const tavolo = world();
    await tavolo.say('decision-1', effective('plan-1'));
    await tavolo.settle(adoption);
    await tavolo.stop();
    expect(tavolo.checkpoint('adoption')).not.toBeNull();
    tavolo.loseCheckpoints();
    const before = await tavolo.store.head();
    await tavolo.settle(adoption);
    expect(await tavolo.store.head()).toBe(before);
    expect(tavolo.sent).toHaveLength(2);
  });
});

describe('an interruption', () => {
  it('is what ends a runner, not an error of the machine', async () => {
    const tavolo = new World();
    await tavolo.say('decision-1', effective('plan-1'));
    const runner = tavolo.runner(adoption, () => {
      throw new Killed();
    });
    await expect(runner.run()).rejects.toThrow(Killed);
    expect(tavolo.troubles).toStrictEqual([]);
  });
});
